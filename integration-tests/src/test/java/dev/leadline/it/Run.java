package dev.leadline.it;

import dev.leadline.cli.InProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Runs commands to their end, with everything that they write. */
final class Run {

  /** One for each stream: in a pool of few, streams of one test would wait for those of another. */
  static final Executor THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stream of a process");
            thread.setDaemon(true);
            return thread;
          });

  private static final byte[] NOTHING = {};

  private Run() {}

  /** Leadline in this JVM, in a directory, with an empty stdin. */
  static Outcome leadline(Path directory, List<String> args) {
    return leadline(directory, NOTHING, args);
  }

  /** Leadline in this JVM with these bytes on stdin. */
  static Outcome leadline(Path directory, byte[] stdin, List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        InProcess.run(
            directory, new ByteArrayInputStream(stdin), out, err, args.toArray(new String[0]));
    return Outcome.of(status, out.toByteArray(), err.toByteArray());
  }

  /** A process with an empty stdin. */
  static Outcome process(Path directory, List<String> command) {
    return process(directory, NOTHING, Map.of(), command);
  }

  /** A process with these bytes on stdin and these variables besides ours. */
  static Outcome process(
      Path directory, byte[] stdin, Map<String, String> variables, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      CompletableFuture<byte[]> err =
          CompletableFuture.supplyAsync(() -> everything(process.getErrorStream()), THREADS);
      CompletableFuture<Void> in =
          CompletableFuture.runAsync(() -> feed(process.getOutputStream(), stdin), THREADS);
      byte[] out = everything(process.getInputStream());
      in.join();
      return Outcome.of(process.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  private static byte[] everything(InputStream stream) {
    try {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void feed(OutputStream stream, byte[] bytes) {
    try (stream) {
      stream.write(bytes);
    } catch (IOException e) {
      // the process ended without reading all of it, as a program may
      return;
    }
  }
}
