package dev.leadline.report;

import java.io.ByteArrayOutputStream;

/** Counts flushes, for tests. */
final class FlushCounter extends ByteArrayOutputStream {

  private int flushes;

  @Override
  public void flush() {
    flushes++;
  }

  int flushes() {
    return flushes;
  }
}
