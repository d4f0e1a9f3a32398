package dev.leadline.launch;

import dev.leadline.event.EventSink;
import dev.leadline.launch.LaunchException.EndedEarlyException;
import dev.leadline.launch.children.FollowedProcesses;
import dev.leadline.launch.children.RunningProgram;
import dev.leadline.launch.files.AgentFiles;
import dev.leadline.launch.files.JvmDirectory;
import dev.leadline.launch.files.PrivateDirectory;
import dev.leadline.launch.signals.Watchdog;
import dev.leadline.process.IgnoredSignals;
import dev.leadline.run.InterpreterArguments;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.ProcessResult;
import org.zeroturnaround.exec.StartedProcess;

/**
 * Runs programs under the agent.
 *
 * <pre>{@code
 * Path here = Path.of("").toAbsolutePath();
 * Surroundings surroundings = Surroundings.ofThisMachine(System.getenv(), here);
 * InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, here);
 * InterpreterFinder finder = new InterpreterFinder(surroundings, probe);
 * ChosenInterpreter python = new InterpreterChoice(surroundings, probe, finder).named("3.12");
 *
 * Program program = new Program(Program.Kind.SCRIPT, "app.py", List.of("--fast"));
 * RunSpec spec = RunSpec.of(program, here).recording(Recording.USUAL).build();
 * Launch launch = new Launch(new PythonRun(python, spec), ProgramStdio.inherited());
 * try (ExecutionWriter sink = ExecutionWriter.create()) {
 *   Launched launched = new Launcher().run(launch, sink, StreamListener.NONE);
 *   try (Execution execution = sink.execution()) {
 *     int activations = execution.facts().activations();
 *   }
 * }
 * }</pre>
 */
public final class Launcher {

  private final OnInterrupt onInterrupt;

  /** A launcher whose programs are interrupted as in a plain run. */
  public Launcher() {
    this(OnInterrupt.PASS_ON);
  }

  /** A launcher whose programs take an interruption so. */
  public Launcher(OnInterrupt onInterrupt) {
    this.onInterrupt = onInterrupt;
  }

  /**
   * Runs a program to its end, and where children are followed, to the end of the last of them.
   *
   * <p>Signals to this JVM that ask it to end go to the program meanwhile. Several programs may run
   * at once, on threads of their own.
   *
   * @param sink receives the events while the program runs, and the ending
   * @param store receives the stream's lines as they come
   * @return how it ended; that the program fails, dies, runs out of time or becomes more processes
   *     than allowed is no exception
   * @throws EndedEarlyException if it was brought to an end before the program got to run
   * @throws LaunchException if the program did not get to run
   * @throws IOException if {@code sink}, {@code store} or one of the program's streams failed; the
   *     program has run to its end all the same
   */
  public Launched run(Launch launch, EventSink sink, StreamListener store) throws IOException {
    Path script = AgentFiles.script();
    Path files = JvmDirectory.path();
    // the signals first: from then on none of them ends this JVM, which would remove the files
    try (SignalForwarding signals = new SignalForwarding(onInterrupt);
        EndOnShutdown guard = new EndOnShutdown();
        PrivateDirectory directory = PrivateDirectory.inside(files);
        FollowedProcesses followed = FollowedProcesses.of(launch.spec(), directory.path())) {
      Path config = ConfigFile.write(launch, directory.path(), followed.socket(), store.keeps());
      AgentStreams streams = new AgentStreams(launch, followed, sink, store);
      guard.check();
      StartedProcess started =
          start(launch.spec(), StartCommand.of(launch.run(), script, config), streams);
      RunningProgram program = new RunningProgram(started.getProcess(), followed, Watchdog.get());
      guard.guard(program);
      followed.guard(program);
      signals.to(program);
      Exit exit = await(launch.spec().timeout(), started.getFuture(), program);
      checkStarted(streams, exit, signals);
      return conclude(streams, followed.withReason(exit), followed);
    }
  }

  private static StartedProcess start(RunSpec spec, StartCommand command, AgentStreams streams)
      throws LaunchException {
    ProcessExecutor executor =
        new ProcessExecutor(
                IgnoredSignals.atStart().restoredFor(command.words(), command.environment()))
            .directory(spec.directory().toFile())
            .redirectErrorStream(false)
            .streams(streams);
    // zt-exec takes null for a variable that is to be removed
    command.environment().forEach((name, value) -> executor.environment(name, value.orElse(null)));
    try {
      return executor.start();
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new LaunchException(
          "cannot start " + command.words().get(0) + ": " + cause.getMessage(), e);
    }
  }

  private static Exit await(
      Optional<Duration> timeout, Future<ProcessResult> future, RunningProgram program)
      throws IOException {
    try {
      boolean inTime = endsInTime(timeout, future);
      if (!inTime) {
        program.endInTime();
      }
      return new Exit(future.get().getExitValue(), !inTime, false, "");
    } catch (InterruptedException e) {
      program.kill();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the program ran");
    } catch (ExecutionException e) {
      throw new IOException("the program's streams could not be handled: " + e.getCause(), e);
    } finally {
      program.close();
    }
  }

  private static boolean endsInTime(Optional<Duration> timeout, Future<ProcessResult> future)
      throws InterruptedException, ExecutionException {
    if (timeout.isEmpty()) {
      future.get();
      return true;
    }
    try {
      future.get(timeout.get().toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** An interpreter that wrote no header was ended by a signal or a timeout, or has failed. */
  private static void checkStarted(AgentStreams streams, Exit exit, SignalForwarding signals)
      throws LaunchException {
    if (streams.failure().orElse(null) instanceof LaunchException refused) {
      throw refused;
    }
    if (!streams.reader().started()) {
      throw exit.timedOut() || exit.killed() || signals.received()
          ? new EndedEarlyException(exit)
          : new LaunchException(exit.beforeHeader());
    }
  }

  private static Launched conclude(AgentStreams streams, Exit exit, FollowedProcesses followed)
      throws IOException {
    if (streams.failure().isPresent() && streams.failure().get() instanceof Error error) {
      throw error;
    }
    Launched launched =
        new Launched(
            streams.reader().finish(exit),
            exit,
            followed.refusal(),
            streams.noNative(),
            streams.clockNs());
    if (streams.failure().isPresent()) {
      Throwable failure = streams.failure().get();
      throw failure instanceof IOException io ? io : new IOException(failure.toString(), failure);
    }
    return launched;
  }

  /** What becomes of a program when Leadline is interrupted by Ctrl-C. */
  public enum OnInterrupt {
    /** It is interrupted as in a plain run, and may make of it what it likes. */
    PASS_ON,
    /** It is interrupted, and ended where it has not ended by itself soon after. */
    END
  }

  /**
   * How the interpreter is started: with the agent's script, or with the user's own runner, to
   * which the agent comes in by the environment.
   *
   * @param words the command line
   * @param environment what is changed in the environment of this process
   */
  private record StartCommand(List<String> words, Map<String, Optional<String>> environment) {

    private static final String PATH = "PYTHONPATH";
    private static final String FOLLOW = "LEADLINE_FOLLOW";

    StartCommand {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
    }

    /**
     * The command of a run.
     *
     * @param script the agent's
     * @param config the agent's configuration
     * @throws LaunchException where the interpreter's options keep the agent out of a runner
     */
    static StartCommand of(PythonRun run, Path script, Path config) throws LaunchException {
      RunSpec spec = run.spec();
      List<String> words = new ArrayList<>(run.started());
      if (spec.runner().isEmpty()) {
        words.add(script.toString());
        words.add(config.toString());
        return new StartCommand(words, spec.environment());
      }
      refuseIsolation(spec.pythonOptions());
      words.addAll(spec.runner().get().command());
      return new StartCommand(words, withAgent(spec.environment(), script, config));
    }

    private static Map<String, Optional<String>> withAgent(
        Map<String, Optional<String>> changes, Path script, Path config) {
      String agent = script.resolveSibling("follow").toString();
      Optional<String> path = changes.getOrDefault(PATH, Optional.ofNullable(System.getenv(PATH)));
      Map<String, Optional<String>> all = new HashMap<>(changes);
      all.put(
          PATH,
          Optional.of(path.filter(p -> !p.isEmpty()).map(p -> agent + ":" + p).orElse(agent)));
      all.put(FOLLOW, Optional.of(config.toString()));
      return all;
    }

    private static void refuseIsolation(List<String> options) throws LaunchException {
      Optional<String> isolating = InterpreterArguments.isolating(options);
      if (isolating.isPresent()) {
        throw new LaunchException(
            "a runner cannot be observed with the interpreter's option "
                + isolating.get()
                + ", which keeps Leadline's agent from being found");
      }
    }
  }
}
