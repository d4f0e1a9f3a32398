package dev.leadline.interpreter;

import dev.leadline.interpreter.Probed.Refusal;
import dev.leadline.process.ProcessTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;
import org.zeroturnaround.exec.stream.ExecuteStreamHandler;

/**
 * Starts an executable once, bounded in time and in output, to learn what it is.
 *
 * <p>What an interpreter answers holds for all probes of this JVM until its file changes: a build
 * or a test starts the same one many times. What a shim answers holds for the directory alone.
 */
public final class InterpreterProbe {

  private static final Map<Question, Interpreter> ANSWERED = new ConcurrentHashMap<>();

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
  Probed probe(Path path) {
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
    try {
      Question anywhere = Question.of(executable);
      Question here = anywhere.in(directory);
      Probed known = ANSWERED.getOrDefault(anywhere, ANSWERED.get(here));
      if (known != null) {
        return known;
      }
      Probed probed = ask(executable);
      if (probed instanceof Interpreter interpreter) {
        ANSWERED.put(interpreter.isShim() ? here : anywhere, interpreter);
      }
      return probed;
    } catch (IOException e) {
      return new Refusal(executable, "it cannot be read: " + rootMessage(e));
    }
  }

  /** What the answer depends on; a directory where it is a shim's, which may choose by it. */
  private record Question(Path executable, Optional<Path> directory, FileTime modified, long size) {

    static Question of(Path executable) throws IOException {
      BasicFileAttributes file = Files.readAttributes(executable, BasicFileAttributes.class);
      return new Question(executable, Optional.empty(), file.lastModifiedTime(), file.size());
    }

    Question in(Path directory) {
      return new Question(executable, Optional.of(directory), modified, size);
    }
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

  /**
   * Keeps the first bytes of what a process prints, and hangs up on one that does not stop: its
   * next write fails then, as in a pipe to {@code head}.
   */
  private static final class BoundedAnswer implements ExecuteStreamHandler {

    private static final int LIMIT_BYTES = 64 * 1024;

    /** How long a child of an ended process may keep its pipes open before we leave them. */
    private static final long PIPE_PATIENCE_MS = 500;

    private final Capture out = new Capture("out");
    private final Capture err = new Capture("err");
    private final List<Thread> threads = new ArrayList<>();

    @Override
    public void setProcessInputStream(OutputStream stdin) throws IOException {
      stdin.close();
    }

    @Override
    public void setProcessOutputStream(InputStream stdout) {
      out.from = stdout;
    }

    @Override
    public void setProcessErrorStream(InputStream stderr) {
      err.from = stderr;
    }

    @Override
    public void start() {
      for (Capture capture : List.of(out, err)) {
        Thread thread = new Thread(capture, "leadline-probe-" + capture.name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
    }

    @Override
    public void stop() {
      try {
        for (Thread thread : threads) {
          thread.join(PIPE_PATIENCE_MS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    String out() {
      return out.text();
    }

    String err() {
      return err.text();
    }

    private static final class Capture implements Runnable {
      private final String name;
      private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
      private InputStream from = InputStream.nullInputStream();

      Capture(String name) {
        this.name = name;
      }

      @Override
      public void run() {
        byte[] buffer = new byte[8192];
        try (InputStream in = from) {
          for (int n = in.read(buffer); n >= 0 && kept.size() < LIMIT_BYTES; n = in.read(buffer)) {
            kept.write(buffer, 0, n);
          }
        } catch (IOException e) {
          // the pipe was closed under us with its process: what came so far is the answer
        }
      }

      String text() {
        return kept.toString(StandardCharsets.UTF_8);
      }
    }
  }
}
