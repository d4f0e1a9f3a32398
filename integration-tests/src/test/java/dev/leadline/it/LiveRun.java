package dev.leadline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Leadline in a process of its own that runs on while the test looks at it. */
final class LiveRun {

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<String> err;

  private LiveRun(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Run.THREADS);
  }

  /** Starts a command, with no signal ignored, and returns at once. */
  static LiveRun of(Path directory, List<String> command) throws IOException {
    return as(directory, Dispositions.defaults(command));
  }

  /** Starts a command with the signals as they are, or as it sets them itself. */
  static LiveRun as(Path directory, List<String> command) throws IOException {
    return new LiveRun(new ProcessBuilder(command).directory(directory.toFile()).start());
  }

  /** The next line of the program's stdout, which says that it has come so far. */
  String line() throws IOException {
    return out.readLine();
  }

  /** Sends a signal to Leadline alone. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Closes its stdin. */
  void goOn() throws IOException {
    process.getOutputStream().close();
  }

  /** Leadline's process id. */
  long pid() {
    return process.pid();
  }

  /** Processes that Leadline has started. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** Waits for the end, with what came on stdout since the last line. */
  Outcome end() throws IOException, InterruptedException {
    StringBuilder rest = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      rest.append(line).append('\n');
    }
    return new Outcome(process.waitFor(), rest.toString(), err.join());
  }

  private static String text(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
