package dev.leadline.runs;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs all programs of a directory on several interpreters and prints how many runs and events that
 * were. Not a test: {@code integration-tests/benchmarks/startup.py} measures how long its {@code
 * main} takes. Arguments: the directory, then paths of interpreters.
 */
final class RunsBenchmark implements EventSink {

  private final AtomicLong events;

  private RunsBenchmark(AtomicLong events) {
    this.events = events;
  }

  public static void main(String[] args) throws IOException, NoInterpreterException {
    Path directory = Path.of(args[0]).toAbsolutePath();
    Surroundings here = Surroundings.ofThisMachine(System.getenv(), directory);
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, directory);
    InterpreterChoice choice =
        new InterpreterChoice(here, probe, new InterpreterFinder(here, probe));
    List<RunRequest> requests = new ArrayList<>();
    for (String python : Arrays.asList(args).subList(1, args.length)) {
      ChosenInterpreter chosen = choice.named(python);
      try (DirectoryStream<Path> programs = Files.newDirectoryStream(directory, "*.py")) {
        programs.forEach(program -> requests.add(request(chosen, program, directory)));
      }
    }
    AtomicLong events = new AtomicLong();
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      List<RunResult> results =
          runs.run(requests, (index, request) -> new RunsBenchmark(events), RunWatcher.NOBODY);
      results.forEach(result -> result.failure().ifPresent(System.out::println));
    }
    System.out.printf("%d runs, %d events%n", requests.size(), events.get());
  }

  private static RunRequest request(ChosenInterpreter python, Path program, Path directory) {
    return new RunRequest(
        python,
        List.of(),
        new Program(Program.Kind.SCRIPT, program.toString(), List.of()),
        Optional.empty(),
        Recording.USUAL,
        false,
        Map.of(),
        directory,
        Optional.empty(),
        Optional.empty(),
        false,
        LaunchRequest.DEFAULT_MAX_PROCESSES);
  }

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) {
    events.incrementAndGet();
  }

  @Override
  public void end(Ending ending) {}
}
