package dev.leadline.expect;

import dev.leadline.event.Header;
import dev.leadline.runs.LineDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

  /** What looks the same differs where nobody looks. */
  private static String ends(LineDifference difference) {
    return difference.left().equals(difference.right())
        ? "; they differ in the newline at the end, or far to the right"
        : "";
  }
}
