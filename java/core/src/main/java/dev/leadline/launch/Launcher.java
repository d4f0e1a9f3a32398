package dev.leadline.launch;

import dev.leadline.event.EventSink;
import dev.leadline.process.IgnoredSignals;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.ProcessResult;
import org.zeroturnaround.exec.StartedProcess;

/** Runs programs under the agent. */
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

  /** Does what the first run of this JVM needs whatever it runs; what goes wrong, that run says. */
  public static void prepare() {
    try {
      AgentFiles.script();
    } catch (LaunchException e) {
      // the run will try it, too
    }
  }

  /**
   * Runs a program to its end, and where children are followed, to the end of the last of them.
   *
   * <p>Signals to this JVM that ask it to end go to the program meanwhile. Several programs may run
   * at once, on threads of their own.
   *
   * @param sink hears the events while the program runs, and the ending
   * @param store hears the stream's lines as they come
   * @return how it ended; that the program fails, dies, runs out of time or becomes more processes
   *     than allowed is no exception
   * @throws EndedEarlyException if it was brought to an end before the program got to run
   * @throws LaunchException if the program did not get to run
   * @throws IOException if {@code sink}, {@code store} or one of the program's streams failed; the
   *     program has run to its end all the same
   */
  public Launched run(LaunchRequest request, EventSink sink, StreamListener store)
      throws IOException {
    Path script = AgentFiles.script();
    Path files = JvmDirectory.path();
    // the signals first: from then on none of them ends this JVM, which would remove the files
    try (SignalForwarding signals = new SignalForwarding(onInterrupt);
        EndOnShutdown guard = new EndOnShutdown();
        RunDirectory directory = RunDirectory.inside(files);
        FollowedProcesses followed = FollowedProcesses.of(request, directory.path())) {
      Path config = ConfigFile.write(request, directory.path(), followed.socket(), store.keeps());
      AgentStreams streams = new AgentStreams(request, followed, sink, store);
      guard.check();
      StartedProcess started = start(request, StartCommand.of(request, script, config), streams);
      RunningProgram program = new RunningProgram(started.getProcess(), followed, Keeper.get());
      guard.guard(program);
      followed.guard(program);
      signals.to(program);
      Exit exit = await(request.timeout(), started.getFuture(), program);
      checkStarted(streams, exit, signals);
      if (followed.socket().isEmpty() && streams.allRead()) {
        directory.isFreeAgain();
      }
      return conclude(streams, followed.withReason(exit), followed);
    }
  }

  private static StartedProcess start(
      LaunchRequest request, StartCommand command, AgentStreams streams) throws LaunchException {
    ProcessExecutor executor =
        new AgentProcess(
                IgnoredSignals.atStart().restoredFor(command.words(), command.environment()))
            .directory(request.directory().toFile())
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

  /** An interpreter without a header was ended by somebody, or by a fault of its own or ours. */
  private static void checkStarted(AgentStreams streams, Exit exit, SignalForwarding signals)
      throws LaunchException {
    if (!streams.reader().started()) {
      throw exit.timedOut() || exit.killed() || signals.heard()
          ? new EndedEarlyException(exit)
          : new LaunchException(exit.beforeHeader());
    }
  }

  private static Launched conclude(AgentStreams streams, Exit exit, FollowedProcesses followed)
      throws IOException {
    if (streams.failure().isPresent() && streams.failure().get() instanceof Error error) {
      throw error;
    }
    Launched launched = new Launched(streams.reader().finish(exit), exit, followed.refusal());
    if (streams.failure().isPresent()) {
      Throwable failure = streams.failure().get();
      throw failure instanceof IOException io ? io : new IOException(failure.toString(), failure);
    }
    return launched;
  }
}
