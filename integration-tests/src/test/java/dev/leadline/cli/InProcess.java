package dev.leadline.cli;

import dev.leadline.cli.output.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** Runs one command in this JVM, as {@link Main} does, on streams that are given. */
public final class InProcess {

  private InProcess() {}

  /** Runs a command in a directory and gives its exit status. */
  public static int run(
      Path directory, InputStream in, OutputStream out, OutputStream err, String... args) {
    return Main.run(args, Streams.of(in, out, err, System.getenv(), directory));
  }
}
