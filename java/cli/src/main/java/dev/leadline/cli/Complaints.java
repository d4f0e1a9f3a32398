package dev.leadline.cli;

import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.EndedEarlyException;
import dev.leadline.runs.StoppedException;
import dev.leadline.wire.Exit;
import java.io.IOException;
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

/** Says in one line what was wrong, and never shows a stack trace. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Voice voice;
  private final BooleanSupplier toldToEnd;
  private boolean made;

  /**
   * Complaints by that voice.
   *
   * @param toldToEnd whether this process is: what fails from then on fails for that, since the JVM
   *     ends the processes that it has started
   */
  Complaints(Voice voice, BooleanSupplier toldToEnd) {
    this.voice = voice;
    this.toldToEnd = toldToEnd;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    complain(what(problem) + "; see " + command + " --help");
    return ExitStatus.USAGE.number();
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    boolean told = toldToEnd.getAsBoolean() && !(problem instanceof EndedEarlyException);
    complain(told ? "told to end before it was done" : message(problem));
    if (problem instanceof StoppedException stopped) {
      return stopped.status();
    }
    return problem instanceof EndedEarlyException early
        ? status(early.exit())
        : ExitStatus.FAILED.number();
  }

  /** Complains of what left no room to go on. */
  void made(Exhaustion exhaustion, Error fault) {
    made = true;
    exhaustion.complain(fault);
  }

  /** Complains of output that could not be written. */
  void made(IOException problem) {
    complain(message(problem));
  }

  /** Whether there was anything to complain of. */
  boolean made() {
    return made;
  }

  private void complain(String sentence) {
    made = true;
    voice.say(sentence);
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
}
