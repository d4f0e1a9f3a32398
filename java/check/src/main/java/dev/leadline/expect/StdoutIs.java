package dev.leadline.expect;

import java.nio.file.Path;
import java.util.Objects;

/** What is written to stdout. */
public final class StdoutIs implements EachByItself {

  private final Path file;

  public StdoutIs(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  @Override
  public String title() {
    return "stdout: " + file.getFileName();
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
