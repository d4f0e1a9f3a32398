package dev.leadline.interpreter;

import dev.leadline.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;

/** Starts an executable once, bounded in time and in output, to learn what it is. */
public final class InterpreterProbe {

  /** How long an interpreter may take to say what it is. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private static final Duration STOP_PATIENCE = Duration.ofMillis(500);

  private final Duration limit;
  private final Path directory;

  /**
   * A probe.
   *
   * @param limit how long an answer may take
   * @param directory where to start the executables: a shim may choose by it
   */
  public InterpreterProbe(Duration limit, Path directory) {
    this.limit = limit;
    this.directory = directory;
  }

  /** Asks the executable what it is. Whatever happens is an answer. */
  public Probed probe(Path path) {
    Path executable = path.toAbsolutePath();
    if (!Files.exists(executable)) {
      return new Refusal(executable, "there is no such file");
    }
    if (Files.isDirectory(executable)) {
      return new Refusal(executable, "it is a directory");
    }
    if (!Files.isExecutable(executable)) {
      return new Refusal(executable, "it is not executable");
    }
    return ask(executable);
  }

  private Probed ask(Path executable) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(ProbeAnswer.OPTIONS);
    command.add(ProbeAnswer.QUESTION);
    BoundedAnswer answer = new BoundedAnswer();
    try {
      StartedProcess started =
          new ProcessExecutor(command)
              .directory(directory.toFile())
              .redirectErrorStream(false)
              .streams(answer)
              .destroyOnExit()
              .start();
      return await(executable, started, answer);
    } catch (IOException e) {
      return new Refusal(executable, "it cannot be started: " + rootMessage(e));
    }
  }

  private Probed await(Path executable, StartedProcess started, BoundedAnswer answer) {
    try {
      int status = started.getFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS).getExitValue();
      return ProbeAnswer.read(executable, status, answer.out(), answer.err());
    } catch (TimeoutException e) {
      ProcessTree.of(started.getProcess()).end(STOP_PATIENCE);
      return new Refusal(executable, "it gave no answer within " + limit.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      return new Refusal(executable, "it could not be asked: " + rootMessage(e));
    } catch (InterruptedException e) {
      ProcessTree.of(started.getProcess()).end(Duration.ZERO);
      Thread.currentThread().interrupt();
      return new Refusal(executable, "it could not be asked: interrupted");
    }
  }

  private static String rootMessage(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
