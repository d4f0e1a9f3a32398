package dev.leadline.check.expect.outcome;

import dev.leadline.batch.LineDifference;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.event.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The program writes to stdout what a file holds, byte for byte: also line ends are compared. */
public final class StdoutIs implements EachByItself {

  private final Path file;

  /** One about this file. */
  public StdoutIs(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  @Override
  public String title() {
    return "stdout: " + file.getFileName();
  }

  @Override
  public Stream<Path> files() {
    return Stream.of(file);
  }

  @Override
  public Verdict judge(Shown shown) throws IOException {
    Header header = shown.execution().facts().header();
    if (!Files.isRegularFile(file)) {
      return Verdict.fails(
          "there is no file "
              + file
              + "; write what stdout is expected to be into it, an empty file for nothing");
    }
    return shown
        .result()
        .stdout()
        .firstDifferenceFrom(file)
        .map(difference -> fails(difference, header))
        .orElseGet(Verdict::holds);
  }

  private Verdict fails(LineDifference difference, Header header) {
    int line = (int) Math.min(Integer.MAX_VALUE, difference.lineno());
    String expected = Spots.text(file.toString(), 0, header);
    String message =
        "line "
            + difference.lineno()
            + " of stdout is not the expected one of "
            + expected
            + ends(difference);
    return Verdict.fails(message)
        .with(
            List.of(
                "expected:  " + OutputLine.of(difference.left()),
                "stdout:    " + OutputLine.of(difference.right())),
            Spots.of(file.toString(), line, header));
  }

  /** Two lines that look the same may differ in characters that are not visible. */
  private static String ends(LineDifference difference) {
    return difference.left().equals(difference.right())
        ? "; they differ in the newline at the end, or far to the right"
        : "";
  }

  /** A line of an output, beside another one. */
  private static final class OutputLine {

    private OutputLine() {}

    static String of(Optional<String> line) {
      return line.orElse("(the end)");
    }
  }
}
