package dev.leadline.launch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;

/** The FIFO that is the program's stdout. Opening it waits for the program. */
record Fifo(String path) implements AbandonableInput.Opener {

  @Override
  public InputStream open() throws IOException {
    return new FileInputStream(path);
  }

  /** Being the other side for a moment; opened for both, a FIFO keeps nobody waiting. */
  @Override
  public void hurry() throws IOException {
    new RandomAccessFile(path, "rw").close();
  }

  @Override
  public boolean holdsBytes(InputStream opened) throws IOException {
    return opened.available() > 0;
  }
}
