package dev.leadline.cli.option;

import dev.leadline.report.format.Format;
import dev.leadline.report.format.FormatList;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** The formats of a list: for the help, for completion, and each by its name. */
public abstract class FormatNames<F extends Format> implements Iterable<String>, ITypeConverter<F> {

  private final FormatList<F> formats;

  /** Of that list; a class of one's own is what picocli asks for. */
  protected FormatNames(FormatList<F> formats) {
    this.formats = formats;
  }

  @Override
  public Iterator<String> iterator() {
    return formats.names().iterator();
  }

  @Override
  public F convert(String text) {
    return Converters.format(formats, text);
  }
}
