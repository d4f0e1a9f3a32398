package dev.leadline.launch;

import dev.leadline.launch.signals.Watchdog;
import dev.leadline.process.IgnoredSignals;
import dev.leadline.process.ProcessTree;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 */
public final class PlainRun {

  /** Grace period after a timeout. */
  private static final Duration GRACE = Duration.ofSeconds(2);

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

  private final PythonRun run;
  private final RunSpec spec;

  /** That run; without a file for stdin, the program reads nothing. */
  public PlainRun(PythonRun run) {
    this.run = Objects.requireNonNull(run, "run");
    this.spec = run.spec();
  }

  /**
   * Runs it to its end.
   *
   * @return how it went; empty where its time was up, and it was ended with all that it had started
   * @throws IOException if it could not be started, or its stdin not be read
   */
  public Optional<Took> run() throws IOException {
    Watchdog watchdog = Watchdog.get();
    try (InputStream in = input()) {
      long begin = System.nanoTime();
      StartedProcess started = start(in);
      ProcessTree processes = ProcessTree.of(started.getProcess());
      Thread hook = new Thread(() -> processes.end(GRACE), "leadline-end-plain-run");
      watchdog.begin(started.getProcess().pid());
      try {
        Runtime.getRuntime().addShutdownHook(hook);
        return await(started.getFuture(), processes, begin);
      } catch (IllegalStateException e) {
        processes.kill();
        throw new IOException("this JVM is about to end", e);
      } finally {
        watchdog.end(started.getProcess().pid());
        forget(hook);
      }
    }
  }

  private InputStream input() throws IOException {
    return spec.stdin().isPresent()
        ? Files.newInputStream(spec.stdin().get())
        : InputStream.nullInputStream();
  }

  private StartedProcess start(InputStream in) throws IOException {
    ProcessExecutor executor =
        new ProcessExecutor(IgnoredSignals.atStart().restoredFor(command(), spec.environment()))
            .directory(spec.directory().toFile())
            .redirectErrorStream(false)
            .redirectInput(in)
            .redirectOutput(OutputStream.nullOutputStream())
            .redirectError(OutputStream.nullOutputStream());
    // zt-exec takes null for a variable that is to be removed
    spec.environment().forEach((name, value) -> executor.environment(name, value.orElse(null)));
    return executor.start();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(run.started());
    command.addAll(spec.program().words());
    return command;
  }

  private Optional<Took> await(Future<ProcessResult> future, ProcessTree processes, long begin)
      throws IOException {
    try {
      ProcessResult result =
          spec.timeout().isPresent()
              ? future.get(spec.timeout().get().toNanos(), TimeUnit.NANOSECONDS)
              : future.get();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      return Optional.of(new Took(time, result.getExitValue()));
    } catch (TimeoutException e) {
      processes.end(GRACE);
      return Optional.empty();
    } catch (InterruptedException e) {
      processes.kill();
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
