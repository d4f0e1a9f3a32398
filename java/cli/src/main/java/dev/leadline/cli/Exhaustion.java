package dev.leadline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Says in one line that the JVM has no room left. All that the line needs is made beforehand, since
 * there may be no room for a message either.
 */
final class Exhaustion {

  private final OutputStream err;
  private final Voice voice;
  private final byte[] memory;
  private final byte[] stack;

  /** One that writes to that stream. */
  Exhaustion(OutputStream err) {
    this.err = Objects.requireNonNull(err, "err");
    this.voice = new Voice(err);
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    this.memory =
        line(
            "out of memory: this needs more than the "
                + mebibytes
                + " MiB of the JVM; give it more, with JAVA_TOOL_OPTIONS=-Xmx"
                + 4 * Math.max(mebibytes, 64)
                + "m");
    this.stack =
        line("the JVM's stack is too small; give it a larger one, with JAVA_TOOL_OPTIONS=-Xss4m");
  }

  /** Says what a fault that no command handled means. Never throws. */
  void complain(Throwable fault) {
    try {
      if (fault instanceof OutOfMemoryError) {
        err.write(memory);
      } else if (fault instanceof StackOverflowError) {
        err.write(stack);
      } else {
        voice.say(Complaints.fault(fault));
      }
      err.flush();
    } catch (IOException | Error e) {
      // the status has to say it alone
    }
  }

  private static byte[] line(String sentence) {
    return (Voice.NAME + sentence + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
