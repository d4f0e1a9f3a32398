package dev.leadline.cli;

import dev.leadline.batch.StoppedException;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.LaunchException.EndedEarlyException;
import dev.leadline.wire.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what was wrong in one line, without a stack trace. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Messages messages;
  private final BooleanSupplier isEnding;
  private boolean reported;

  /**
   * Reports there.
   *
   * @param isEnding whether this process has been asked to end: what fails from then on fails for
   *     that, since the JVM ends the processes that it has started
   */
  ErrorReporter(Messages messages, BooleanSupplier isEnding) {
    this.messages = messages;
    this.isEnding = isEnding;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    report(what(problem) + "; see " + command + " --help");
    return ExitStatus.USAGE.number();
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    boolean ending = isEnding.getAsBoolean() && !(problem instanceof EndedEarlyException);
    report(ending ? "stopped before it was done" : message(problem));
    if (problem instanceof StoppedException stopped) {
      return stopped.status();
    }
    return problem instanceof EndedEarlyException early
        ? status(early.exit())
        : ExitStatus.FAILED.number();
  }

  /** Reports what left no room to go on. */
  void report(Exhaustion exhaustion, Error fault) {
    reported = true;
    exhaustion.report(fault);
  }

  /** Reports output that could not be written. */
  void report(IOException problem) {
    report(message(problem));
  }

  /** Whether there was an error. */
  boolean hasReported() {
    return reported;
  }

  private void report(String sentence) {
    reported = true;
    messages.say(sentence);
  }

  private static String message(Exception problem) {
    if (problem instanceof InvalidPathException name) {
      return "Java cannot use the name "
          + name.getInput()
          + " in this locale; set LC_ALL=C.UTF-8, or start Leadline by its launcher, which does";
    }
    if (problem instanceof IOException || problem instanceof NoInterpreterException) {
      return Objects.requireNonNullElseGet(problem.getMessage(), problem::toString);
    }
    return fault(problem);
  }

  /** As if the program had got to run: it was no fault of Leadline's that it did not. */
  private static int status(Exit exit) {
    return exit.timedOut() ? ExitStatus.TIMED_OUT.number() : exit.status();
  }

  private static String what(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String what = unmatched.isUnknownOption() ? "unknown option " : "unexpected argument ";
      return what + unmatched.getUnmatched().get(0) + suggestion(unmatched.getSuggestions());
    }
    return problem.getMessage();
  }

  private static String suggestion(List<String> suggestions) {
    return suggestions.isEmpty()
        ? ""
        : ", did you mean "
            + String.join(" or ", suggestions.subList(0, Math.min(3, suggestions.size())))
            + "?";
  }

  /** A fault of ours, and where it arose: for a report of it. */
  static String fault(Throwable problem) {
    StackTraceElement[] stack = problem.getStackTrace();
    return "a fault in Leadline itself: " + problem + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  /**
   * Says in one line that the JVM has no room left. All that the line needs is made beforehand,
   * since there may be no room for a message either.
   */
  static final class Exhaustion {

    private final OutputStream err;
    private final Messages messages;
    private final byte[] memory;
    private final byte[] stack;

    /** One that writes to that stream. */
    Exhaustion(OutputStream err) {
      this.err = Objects.requireNonNull(err, "err");
      this.messages = new Messages(err);
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      this.memory =
          line(
              "out of memory: this needs more than the "
                  + mebibytes
                  + " MiB of the JVM; give it more, with JAVA_TOOL_OPTIONS=-Xmx"
                  + 4 * Math.max(mebibytes, 64)
                  + "m");
      this.stack =
          line("the JVM's stack is too small; give it a larger one, with JAVA_TOOL_OPTIONS=-Xss4m");
    }

    /** Says what a fault that no command handled means. Never throws. */
    void report(Throwable fault) {
      try {
        if (fault instanceof OutOfMemoryError) {
          err.write(memory);
        } else if (fault instanceof StackOverflowError) {
          err.write(stack);
        } else {
          messages.say(ErrorReporter.fault(fault));
        }
        err.flush();
      } catch (IOException | Error e) {
        // the status has to say it alone
      }
    }

    private static byte[] line(String sentence) {
      return (Messages.PREFIX + sentence + "\n").getBytes(StandardCharsets.UTF_8);
    }
  }
}
