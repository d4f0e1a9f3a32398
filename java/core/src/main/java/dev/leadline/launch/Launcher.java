package dev.leadline.launch;

import dev.leadline.event.EventSink;
import dev.leadline.process.ProcessTree;
import dev.leadline.wire.AgentConfig;
import dev.leadline.wire.AgentConfigWriter;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.ProcessResult;
import org.zeroturnaround.exec.StartedProcess;

/** Runs programs under the agent. */
public final class Launcher {

  /** How long a program that ran out of time may take to end by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Runs a program to its end.
   *
   * @param sink hears the events while the program runs, and the ending
   * @param store hears the stream's lines as they come
   * @return how it ended; that the program fails, dies or runs out of time is no exception
   * @throws LaunchException if the program did not get to run
   * @throws IOException if {@code sink}, {@code store} or one of the program's streams failed; the
   *     program has run to its end all the same
   */
  public Launched run(LaunchRequest request, EventSink sink, StreamListener store)
      throws IOException {
    try (PrivateDirectory directory = PrivateDirectory.create()) {
      Path config = directory.path().resolve("config.json");
      writeConfig(request, directory.path(), config);
      AgentStreams streams = new AgentStreams(request.stdio(), sink, store);
      StartedProcess started = start(request, command(request, config), streams);
      Exit exit = await(request, started);
      return conclude(streams, exit);
    }
  }

  private static void writeConfig(LaunchRequest request, Path directory, Path config)
      throws LaunchException {
    AgentConfig content =
        new AgentConfig(
            request.program().kind().wireName(),
            request.program().target(),
            request.program().arguments(),
            directory.toString(),
            request.stdio().paths(),
            request.recording(),
            request.timed(),
            request.live(),
            typed(request),
            Optional.empty(),
            OptionalInt.empty());
    try (OutputStream out = Files.newOutputStream(config)) {
      AgentConfigWriter.write(content, out);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + config + ": " + e.getMessage(), e);
    }
  }

  private static List<String> typed(LaunchRequest request) {
    List<String> typed = new ArrayList<>();
    typed.add(request.python().command());
    typed.addAll(request.pythonOptions());
    return typed;
  }

  private static List<String> command(LaunchRequest request, Path config) throws LaunchException {
    List<String> command = new ArrayList<>();
    command.add(request.python().interpreter().executable().toString());
    command.addAll(request.pythonOptions());
    command.add(AgentFiles.script().toString());
    command.add(config.toString());
    return command;
  }

  private static StartedProcess start(
      LaunchRequest request, List<String> command, AgentStreams streams) throws LaunchException {
    ProcessExecutor executor =
        new ProcessExecutor(command)
            .directory(request.directory().toFile())
            .redirectErrorStream(false)
            .streams(streams);
    // zt-exec takes null for a variable that is to be removed
    request.environment().forEach((name, value) -> executor.environment(name, value.orElse(null)));
    try {
      return executor.start();
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new LaunchException("cannot start " + command.get(0) + ": " + cause.getMessage(), e);
    }
  }

  private static Exit await(LaunchRequest request, StartedProcess started) throws IOException {
    Process process = started.getProcess();
    Future<ProcessResult> future = started.getFuture();
    EndOnShutdown guard = new EndOnShutdown(process);
    try {
      boolean inTime = endsInTime(request, future);
      if (!inTime) {
        ProcessTree.of(process).end(PATIENCE);
      }
      return new Exit(future.get().getExitValue(), !inTime, false, "");
    } catch (InterruptedException e) {
      ProcessTree.of(process).end(Duration.ZERO);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the program ran");
    } catch (ExecutionException e) {
      throw new IOException("the program's streams could not be handled: " + e.getCause(), e);
    } finally {
      guard.close();
    }
  }

  private static boolean endsInTime(LaunchRequest request, Future<ProcessResult> future)
      throws InterruptedException, ExecutionException {
    if (request.timeout().isEmpty()) {
      future.get();
      return true;
    }
    try {
      future.get(request.timeout().get().toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static Launched conclude(AgentStreams streams, Exit exit) throws IOException {
    if (!streams.reader().started()) {
      throw new LaunchException(
          "the interpreter ended with status " + exit.status() + " before the program could start");
    }
    Launched launched = new Launched(streams.reader().finish(exit), exit);
    if (streams.failure().isPresent()) {
      Exception failure = streams.failure().get();
      throw failure instanceof IOException io ? io : new IOException(failure.toString(), failure);
    }
    return launched;
  }
}
