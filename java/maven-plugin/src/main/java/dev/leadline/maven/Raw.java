package dev.leadline.maven;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * Lines that a build server looks for where a line begins: they go past Maven's log, which writes
 * something before each. They are written at the end, all at once, so that no line of another
 * module comes in between.
 */
final class Raw extends ByteArrayOutputStream {

  private final PrintStream stdout;

  Raw(PrintStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public void close() {
    if (size() > 0) {
      byte[] lines = toByteArray();
      stdout.write(lines, 0, lines.length);
      stdout.flush();
    }
  }
}
