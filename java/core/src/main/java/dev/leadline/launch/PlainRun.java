package dev.leadline.launch;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.process.IgnoredSignals;
import dev.leadline.process.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.ProcessResult;
import org.zeroturnaround.exec.StartedProcess;

/**
 * A run as without Leadline: no agent, nothing recorded, what the program writes thrown away. It
 * ends with this JVM, by whatever signal that ends.
 *
 * @param python what runs it
 * @param pythonOptions options of the interpreter, each a token of its own
 * @param program what is run
 * @param environment what is changed in the environment of this process
 * @param directory working directory of the program
 * @param stdin file that the program reads there; nothing where empty
 * @param timeout how long it may run; empty for as long as it likes
 */
public record PlainRun(
    Interpreter python,
    List<String> pythonOptions,
    Program program,
    Map<String, Optional<String>> environment,
    Path directory,
    Optional<Path> stdin,
    Optional<Duration> timeout) {

  /** How long a program may take to end when its time is up. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  /**
   * How a run went.
   *
   * @param time wall clock from the start of the interpreter to the end of its streams
   * @param status exit status, 128 + N where signal N ended it
   */
  public record Took(Duration time, int status) {
    public Took {
      Objects.requireNonNull(time, "time");
    }
  }

  public PlainRun {
    Objects.requireNonNull(python, "python");
    pythonOptions = List.copyOf(pythonOptions);
    Objects.requireNonNull(program, "program");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdin, "stdin");
    Objects.requireNonNull(timeout, "timeout");
  }

  /**
   * Runs it to its end.
   *
   * @return how it went; empty where its time was up, and it was ended with all that it had started
   * @throws IOException if it could not be started, or its stdin not be read
   */
  public Optional<Took> run() throws IOException {
    Keeper keeper = Keeper.get();
    try (InputStream in = input()) {
      long begin = System.nanoTime();
      StartedProcess started = start(in);
      ProcessTree everybody = ProcessTree.of(started.getProcess());
      Thread hook = new Thread(() -> everybody.end(HURRY), "leadline-end-plain-run");
      keeper.begin(started.getProcess().pid());
      try {
        Runtime.getRuntime().addShutdownHook(hook);
        return await(started.getFuture(), everybody, begin);
      } catch (IllegalStateException e) {
        everybody.kill();
        throw new IOException("this JVM is about to end", e);
      } finally {
        keeper.end(started.getProcess().pid());
        forget(hook);
      }
    }
  }

  private InputStream input() throws IOException {
    return stdin.isPresent() ? Files.newInputStream(stdin.get()) : InputStream.nullInputStream();
  }

  private StartedProcess start(InputStream in) throws IOException {
    ProcessExecutor executor =
        new ProcessExecutor(IgnoredSignals.atStart().restoredFor(command(), environment))
            .directory(directory.toFile())
            .redirectErrorStream(false)
            .redirectInput(in)
            .redirectOutput(OutputStream.nullOutputStream())
            .redirectError(OutputStream.nullOutputStream());
    // zt-exec takes null for a variable that is to be removed
    environment.forEach((name, value) -> executor.environment(name, value.orElse(null)));
    return executor.start();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(python.executable().toString());
    command.addAll(pythonOptions);
    command.addAll(program.words());
    return command;
  }

  private Optional<Took> await(Future<ProcessResult> future, ProcessTree everybody, long begin)
      throws IOException {
    try {
      ProcessResult result =
          timeout.isPresent()
              ? future.get(timeout.get().toNanos(), TimeUnit.NANOSECONDS)
              : future.get();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      return Optional.of(new Took(time, result.getExitValue()));
    } catch (TimeoutException e) {
      everybody.end(HURRY);
      return Optional.empty();
    } catch (InterruptedException e) {
      everybody.kill();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the program ran");
    } catch (ExecutionException e) {
      throw new IOException("the program's streams could not be handled: " + e.getCause(), e);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the shutdown is under way: the hook is what ended the process
    }
  }
}
