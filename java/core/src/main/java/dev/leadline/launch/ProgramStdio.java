package dev.leadline.launch;

import dev.leadline.wire.AgentConfig;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Where the program's three streams lead.
 *
 * @param paths what the agent opens by itself; the program then talks to it without us in between
 * @param in where stdin is pumped from, unless the agent opened its own
 * @param out where stdout is pumped to, unless the agent opened its own
 * @param err where stderr is pumped to, unless the agent opened its own
 */
public record ProgramStdio(
    AgentConfig.Stdio paths, InputStream in, OutputStream out, OutputStream err) {

  /** A stdin with nothing in it, which nobody needs to pump. */
  public static final InputStream NO_INPUT = InputStream.nullInputStream();

  public ProgramStdio {
    Objects.requireNonNull(paths, "paths");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** The streams of this very process, opened by the agent itself where that is the same. */
  public static ProgramStdio inherited() {
    return new ProgramStdio(
        OwnDescriptors.openable(),
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err));
  }

  /** Streams of Java, pumped byte for byte. */
  public static ProgramStdio piped(InputStream in, OutputStream out, OutputStream err) {
    return new ProgramStdio(AgentConfig.Stdio.PIPED, in, out, err);
  }
}
