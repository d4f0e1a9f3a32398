package dev.leadline.report;

import java.io.StringWriter;

/** Counts flushes, for tests. */
final class FlushCounter extends StringWriter {

  private int flushes;

  @Override
  public void flush() {
    flushes++;
  }

  int flushes() {
    return flushes;
  }
}
