package dev.leadline.golden;

import dev.leadline.causes.ExceptionNames;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Outcome;
import dev.leadline.execution.SeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which exceptions of an activation a golden trace shows, and what it calls them. */
final class ExceptionsShown {

  /**
   * What ends an iteration is told or not, as the release has it (bpo-41756, gh-96793, gh-113728).
   */
  private static final Set<String> ENDS =
      Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit");

  /** The program's own module, and what multiprocessing calls it in the workers that it starts. */
  private static final Pattern MAIN = Pattern.compile("^__(?:mp_)?main__\\.");

  private final boolean linesKnown;

  ExceptionsShown(Recording recording) {
    this.linesKnown = recording.events().contains(EventKind.LINE);
  }

  /** Whether it is a generator that 3.11 alone enters, to end it before it began (gh-100762). */
  boolean neverRan(Activation activation) {
    return linesKnown
        && activation.lines().isEmpty()
        && activation.exceptionCount() == 1
        && activation.exceptions().get(0).type().equals("GeneratorExit");
  }

  /** How it ended; empty for a plain return. */
  String ending(Activation activation) {
    Outcome outcome = activation.outcome();
    return switch (outcome.kind()) {
      case RETURNED -> "";
      case OPEN -> "open";
      case RAISED -> endsIteration(activation) ? "" : Shape.raising(name(outcome.type()));
    };
  }

  /**
   * Those that began in it, or in code beneath it that is not recorded, and did not end it: what
   * came up from a callee is that one's ending, what left it is its own.
   *
   * @param called shapes of all that it called
   * @param ending as {@link #ending} has it
   */
  List<SeenException> of(Activation activation, List<Shape> called, String ending) {
    List<SeenException> shown = new ArrayList<>();
    int calls = 0;
    for (SeenException seen : activation.exceptions()) {
      if (!ENDS.contains(seen.type())) {
        SeenException named =
            new SeenException(name(seen.type()), seen.lineno(), seen.message(), seen.calls());
        if (!cameUp(named, calls, called)) {
          shown.add(named);
        }
        calls = seen.calls();
      }
    }
    if (!shown.isEmpty()) {
      SeenException last = shown.get(shown.size() - 1);
      if (last.calls() == called.size() && ending.equals(Shape.raising(last.type()))) {
        shown.remove(last);
      }
    }
    return shown;
  }

  /** Whether it is what ended the callee right before. */
  private static boolean cameUp(SeenException seen, int callsBefore, List<Shape> called) {
    return seen.calls() > callsBefore && called.get(seen.calls() - 1).raised(seen.type());
  }

  /** That an iterator is through is told to the loop or not. */
  private static boolean endsIteration(Activation activation) {
    String type = activation.outcome().type();
    String name = activation.definition().name();
    return type.equals("GeneratorExit")
        || ENDS.contains(type) && (name.equals("__next__") || name.equals("__anext__"));
  }

  private static String name(String type) {
    return MAIN.matcher(ExceptionNames.newest(type)).replaceFirst("");
  }
}
