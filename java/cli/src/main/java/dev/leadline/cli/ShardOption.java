package dev.leadline.cli;

import dev.leadline.check.Shard;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 2/4}: the second of four parts. */
final class ShardOption implements ITypeConverter<Shard> {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

  @Override
  public Shard convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number <= of) {
        return new Shard(number, of);
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not of the form I/N with I from 1 to N, such as 2/4");
  }
}
