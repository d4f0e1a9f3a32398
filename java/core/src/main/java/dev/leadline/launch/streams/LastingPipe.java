package dev.leadline.launch.streams;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The stderr pipe of a process, which goes on when the process is gone and its children still
 * write. Java closes its end of the pipe as soon as the process has exited, so a second one is
 * opened while it runs, where Linux's {@code /proc} allows that, and read from then on.
 */
public final class LastingPipe extends BlockInput {

  private final InputStream own;
  private volatile Optional<InputStream> second = Optional.empty();
  private boolean ownEnded;

  public LastingPipe(InputStream own) {
    this.own = own;
  }

  /** Has the pipe outlive this process, which has it as this descriptor. */
  public void outlive(long process, int descriptor) {
    try {
      second = Optional.of(new FileInputStream("/proc/" + process + "/fd/" + descriptor));
    } catch (IOException e) {
      second = Optional.empty(); // then it ends with the process
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (!ownEnded) {
      int count = own.read(buffer, from, length);
      ownEnded = count < 0;
      if (!ownEnded) {
        return count;
      }
    }
    return second.isPresent() ? second.get().read(buffer, from, length) : -1;
  }

  @Override
  public void close() throws IOException {
    own.close();
    if (second.isPresent()) {
      second.get().close();
    }
  }
}
