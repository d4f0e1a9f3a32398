package dev.leadline.report.compare;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Execution.CallStep;
import dev.leadline.execution.Outcome;
import dev.leadline.report.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one side of a difference did, as a person reads it. */
final class SideText {

  private static final int PARTS = 6;
  private static final int STEPS = 4;

  private SideText() {}

  /**
   * A difference as one side sees it.
   *
   * @param here what this side did
   * @param there what the other side did
   * @param caller the recorded caller on this side
   * @param otherCaller the recorded caller on the other side
   */
  record Side(
      Optional<Occurrence> here,
      Optional<Occurrence> there,
      Optional<Activation> caller,
      Optional<Activation> otherCaller) {

    static Side left(Difference difference) {
      return new Side(
          difference.left(), difference.right(), difference.leftCaller(), difference.rightCaller());
    }

    static Side right(Difference difference) {
      return new Side(
          difference.right(), difference.left(), difference.rightCaller(), difference.leftCaller());
    }
  }

  /** What this side did where the other did something else. */
  static String of(Side side) {
    if (side.here().isPresent() && side.there().isPresent()) {
      return doing(side.here().get().activation(), side.there().get().activation());
    }
    if (side.here().isPresent()) {
      Activation activation = side.here().get().activation();
      return ended(activation) + inside(activation);
    }
    if (side.caller().isEmpty() || side.otherCaller().isEmpty()) {
      return "nothing like it";
    }
    String instead = lines(side.caller().get(), side.otherCaller().get());
    String name = side.caller().get().key().qualname();
    return instead.isEmpty() ? "no such call" : "no such call; " + name + " ran " + instead;
  }

  /** The innermost callers, the outermost of them first. */
  static String path(Occurrence occurrence) {
    List<CallStep> steps = occurrence.path();
    List<String> names = new ArrayList<>();
    int from = Math.max(0, steps.size() - STEPS);
    if (from + occurrence.hidden() > 0) {
      names.add("(" + (from + occurrence.hidden()) + " more)");
    }
    for (CallStep step : steps.subList(from, steps.size())) {
      String line = step.lineno() == TraceEvent.NO_LINENO ? "" : ":" + step.lineno();
      names.add(step.definition().key().qualname() + line);
    }
    return String.join(" > ", names);
  }

  private static String doing(Activation here, Activation there) {
    List<String> parts = new ArrayList<>();
    parts.add(ended(here));
    String exceptions = exceptions(here);
    if (here.outcome().kind() != Outcome.Kind.RAISED && !exceptions.isEmpty()) {
      parts.add("saw " + exceptions);
    }
    if (!here.helpers().equals(there.helpers())) {
      parts.add(helpers(here));
    }
    if (here.depthStep() != there.depthStep()) {
      parts.add(Phrases.count(here.depthStep() - 1L, "hidden frame") + " below it");
    }
    String lines = lines(here, there);
    if (!lines.isEmpty()) {
      parts.add(lines);
    } else if (here.lineOrder() != there.lineOrder() && here.lines().equals(there.lines())) {
      parts.add("as many lines, in another order");
    }
    return String.join("; ", parts);
  }

  private static String ended(Activation activation) {
    return switch (activation.outcome().kind()) {
      case RETURNED -> "returned";
      case OPEN -> "was not seen to end";
      case RAISED -> "raised " + exceptions(activation);
    };
  }

  private static String inside(Activation activation) {
    int inside = activation.size() - 1;
    return inside == 0 ? "" : ", " + Phrases.count(inside, "call") + " in it";
  }

  private static String exceptions(Activation activation) {
    List<SeenException> seen = activation.exceptions();
    if (seen.isEmpty()) {
      return activation.outcome().type();
    }
    SeenException last = seen.get(seen.size() - 1);
    String message = last.message().isEmpty() ? "" : ": " + last.message();
    String more = seen.size() > 1 ? " and " + (activation.exceptionCount() - 1) + " more" : "";
    return last.type() + message + " in line " + Phrases.lineno(last.lineno()) + more;
  }

  private static String helpers(Activation activation) {
    if (activation.helpers().isEmpty()) {
      return "no helper frames";
    }
    List<String> parts = new ArrayList<>();
    new TreeMap<>(activation.helpers()).forEach((name, count) -> parts.add(name + " x" + count));
    return "frames of " + String.join(", ", parts);
  }

  /** The lines that ran here only, or another number of times. */
  private static String lines(Activation here, Activation there) {
    SortedMap<Integer, Long> other = relative(there);
    List<String> only = new ArrayList<>();
    List<String> oftener = new ArrayList<>();
    for (Map.Entry<Integer, Long> line : here.lines().entrySet()) {
      int place = line.getKey() - here.definition().firstlineno();
      long elsewhere = other.getOrDefault(place, 0L);
      if (elsewhere == 0) {
        only.add(Phrases.lineno(line.getKey()));
      } else if (elsewhere != line.getValue()) {
        oftener.add(Phrases.lineno(line.getKey()) + " x" + line.getValue());
      }
    }
    List<String> parts = new ArrayList<>();
    add("only here", only, parts);
    add("", oftener, parts);
    return String.join(", ", parts);
  }

  private static void add(String what, List<String> lines, List<String> parts) {
    if (!lines.isEmpty()) {
      List<String> shown = lines.subList(0, Math.min(PARTS, lines.size()));
      String more = lines.size() > PARTS ? " ..." : "";
      String name = lines.size() == 1 ? "line " : "lines ";
      parts.add(name + String.join(" ", shown) + more + (what.isEmpty() ? "" : " " + what));
    }
  }

  private static SortedMap<Integer, Long> relative(Activation activation) {
    SortedMap<Integer, Long> lines = new TreeMap<>();
    activation
        .lines()
        .forEach((line, count) -> lines.put(line - activation.definition().firstlineno(), count));
    return lines;
  }
}
