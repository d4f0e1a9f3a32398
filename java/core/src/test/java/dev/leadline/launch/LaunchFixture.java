package dev.leadline.launch;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.launch.LaunchException.EndedEarlyException;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Launches on the default interpreter. */
final class LaunchFixture {

  private LaunchFixture() {}

  /** Code that is followed, with a bound of processes. */
  static Launch followed(
      ChosenInterpreter python,
      Path directory,
      String code,
      int most,
      Optional<Duration> timeout,
      ProgramStdio stdio) {
    RunSpec.Builder spec =
        RunSpec.of(new Program(Program.Kind.CODE, code, List.of()), directory)
            .recording(recording())
            .timed(true)
            .timeout(timeout)
            .follow(true)
            .maxProcesses(most);
    return new Launch(new PythonRun(python, spec.build()), stdio);
  }

  static Recording recording() {
    return Recording.builder()
        .events(EnumSet.of(EventKind.CALL, EventKind.LINE, EventKind.RETURN))
        .build();
  }

  /** Runs a program that does not end by itself; empty where its time was up too early. */
  interface TimedRun<T> {
    Optional<T> within(Duration limit) throws IOException;
  }

  /**
   * What the first run gives that had time enough: where a machine is busy, an interpreter needs
   * many times as long as elsewhere to get to where its time is to be up.
   */
  static <T> T withTimeEnough(TimedRun<T> run) throws IOException {
    for (int seconds = 2; seconds <= 64; seconds *= 2) {
      try {
        Optional<T> found = run.within(Duration.ofSeconds(seconds));
        if (found.isPresent()) {
          return found.get();
        }
      } catch (EndedEarlyException e) {
        continue; // the program had not even started
      }
    }
    throw new AssertionError("in a minute, the program does not get to where its time is to be up");
  }
}
