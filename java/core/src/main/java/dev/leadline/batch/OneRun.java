package dev.leadline.batch;

import static dev.leadline.launch.ProgramStdio.NO_INPUT;

import dev.leadline.batch.ProgramRuns.RunSinks;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.event.Ending;
import dev.leadline.launch.Launch;
import dev.leadline.launch.LaunchException;
import dev.leadline.launch.Launched;
import dev.leadline.launch.Launcher;
import dev.leadline.launch.Launcher.OnInterrupt;
import dev.leadline.launch.ProgramStdio;
import dev.leadline.run.PythonRun;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One of several runs: its streams, its result. */
final class OneRun {

  private final int index;
  private final PythonRun run;
  private final Optional<Path> stdin;
  private final RunSinks sinks;
  private final RunWatcher watcher;
  private final CapturedOutput stdout;
  private final CapturedOutput stderr;

  OneRun(
      int index,
      PythonRun run,
      Path directory,
      String name,
      Optional<Path> stdin,
      RunSinks sinks,
      RunWatcher watcher) {
    this.index = index;
    this.run = run;
    this.stdin = stdin;
    this.sinks = sinks;
    this.watcher = watcher;
    this.stdout = new CapturedOutput(directory.resolve("stdout-" + name));
    this.stderr = new CapturedOutput(directory.resolve("stderr-" + name));
  }

  /** Runs it, unless all are to end by now. */
  RunResult run(ProgramRuns.Stopping stopping) {
    if (stopping.signal().isPresent()) {
      return result(Optional.empty(), Optional.of("stopped before it began"), Duration.ZERO);
    }
    notify(() -> watcher.started(index, run));
    long begin = System.nanoTime();
    Optional<Launched> launched = Optional.empty();
    Optional<String> failure;
    try {
      launched = Optional.of(launch());
      failure = failureOf(launched.get());
    } catch (LaunchException e) {
      failure = Optional.of(e.getMessage() + lastWord());
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
    }
    RunResult result = result(launched, failure, Duration.ofNanos(System.nanoTime() - begin));
    notify(() -> watcher.ended(index, result));
    return result;
  }

  private Launched launch() throws IOException {
    try (InputStream in = input(run.spec().stdin().or(() -> stdin));
        OutputStream out = stdout.open();
        OutputStream err = stderr.open()) {
      ProgramStdio stdio = ProgramStdio.piped(in, out, err);
      return new Launcher(OnInterrupt.END)
          .run(new Launch(run, stdio), sinks.sinkOf(index, run), StreamListener.NONE);
    }
  }

  /** No stream at all where there is nothing to read: no thread has to feed it. */
  private static InputStream input(Optional<Path> file) throws IOException {
    return file.isEmpty() || Files.size(file.get()) == 0
        ? NO_INPUT
        : Files.newInputStream(file.get());
  }

  private RunResult result(Optional<Launched> launched, Optional<String> failure, Duration took) {
    return new RunResult(run, launched, failure, stdout, stderr, took);
  }

  private void notify(Runnable news) {
    synchronized (watcher) {
      news.run();
    }
  }

  private static Optional<String> failureOf(Launched launched) {
    Ending ending = launched.ending();
    return launched
        .refusal()
        .or(
            () ->
                switch (ending.outcome()) {
                  case COMPLETED, RAISED, EXITED, LEFT -> Optional.empty();
                  case NOT_FOUND -> Optional.of("no such program: " + ending.detail());
                  case TIMED_OUT, DIED, CUT -> Optional.of(ending.detail());
                });
  }

  /** What an interpreter said that could not start its program. */
  private String lastWord() {
    try {
      return stderr.lastLine().map(line -> "; it said: " + line).orElse("");
    } catch (IOException e) {
      return ""; // what is known is said without it
    }
  }
}
