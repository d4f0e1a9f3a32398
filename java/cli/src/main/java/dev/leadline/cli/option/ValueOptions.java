package dev.leadline.cli.option;

import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which values are recorded as texts, and whose are not. */
public final class ValueOptions {

  @Option(
      names = "--values",
      paramLabel = "LIST",
      converter = Converters.Values.class,
      description =
          "Record values as texts, made without running the program's code: args, locals, return,"
              + " with commas.")
  private List<Converters.Chosen<ValueKind>> values = new ArrayList<>();

  @Option(
      names = "--redact",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description =
          "Do not record values under names that match, whatever their case, nor arguments of such"
              + " options (repeatable). Added to a list of names that look like secrets: password,"
              + " token, key and the like.")
  private List<String> redact = new ArrayList<>();

  @Option(
      names = "--no-redact",
      description = "Without that list: redact what --redact names and nothing else.")
  private boolean noRedact;

  /** What is recorded, with the values that are asked for. */
  public Recording over(Recording base) {
    return base.withValues(Converters.Chosen.union(values), redacted());
  }

  private List<String> redacted() {
    List<String> builtIn = noRedact ? List.of() : SecretNames.GLOBS;
    return Stream.concat(builtIn.stream(), redact.stream()).distinct().toList();
  }
}
