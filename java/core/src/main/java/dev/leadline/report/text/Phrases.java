package dev.leadline.report.text;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The phrases that several reports have in common. */
public final class Phrases {

  private Phrases() {}

  /** How a program was traced, in the first line of a report: behind the program. */
  static String conditions(Header header, OptionalInt baseDepth) {
    String base = baseDepth.isPresent() ? ", base depth " + baseDepth.getAsInt() : "";
    return " on " + python(header) + base + ", cutoff " + cutoff(header);
  }

  public static String program(Header header) {
    List<String> argv = header.argv();
    String arguments = argv.size() < 2 ? "" : " " + String.join(" ", argv.subList(1, argv.size()));
    return switch (header.programKind()) {
      case "module" -> "-m " + header.program() + arguments;
      case "code" -> "-c " + header.program() + arguments;
      case "stdin" -> "-" + arguments;
      default -> header.program() + arguments;
    };
  }

  public static String python(Header header) {
    Header.Python python = header.python();
    String name = python.implementation();
    return (name.equals("cpython") ? "CPython" : name) + " " + python.version();
  }

  public static String cutoff(Header header) {
    OptionalInt cutoff = header.recording().cutoff();
    return cutoff.isPresent() ? Integer.toString(cutoff.getAsInt()) : "auto";
  }

  /** What came of it: the last line of a report. */
  public static String closing(Map<EventKind, Long> counts, Ending ending) {
    List<String> parts = new ArrayList<>();
    parts.add(outcome(ending) + status(ending));
    if (ending.timeNs() != TraceEvent.NO_TIME) {
      parts.add(HumanTime.of(ending.timeNs()));
    }
    if (ending.malformedLines() > 0) {
      parts.add(count(ending.malformedLines(), "line") + " could not be read");
    }
    if (ending.unknownRecords() > 0) {
      parts.add(count(ending.unknownRecords(), "record") + " of unknown kinds skipped");
    }
    return events(counts) + "; " + String.join(", ", parts);
  }

  /**
   * The exit status behind an outcome. That of a process which was stopped is the stopper's doing,
   * and no status that anybody sees.
   */
  public static String status(Ending ending) {
    boolean shown = ending.status().isPresent() && ending.outcome() != Ending.Outcome.TIMED_OUT;
    return shown ? ", status " + ending.status().getAsInt() : "";
  }

  /** Which process, where it comes from and what it runs. */
  public static String process(TraceProcess process) {
    Header header = process.header();
    return "process "
        + process.number()
        + " (pid "
        + header.process()
        + parent(header)
        + "): "
        + program(header);
  }

  private static String parent(Header header) {
    if (header.parent().isEmpty()) {
      return "";
    }
    long parent = header.parent().getAsLong();
    return switch (header.origin()) {
      case START -> ", child of " + parent;
      case FORK -> ", fork of " + parent;
      case SPAWN -> parent == header.process() ? ", by exec" : ", started by " + parent;
    };
  }

  public static String outcome(Ending ending) {
    if (ending.outcome() == Ending.Outcome.LEFT) {
      return ending.detail();
    }
    String word =
        switch (ending.outcome()) {
          case COMPLETED -> "completed";
          case RAISED -> "raised";
          case EXITED -> "exited";
          case NOT_FOUND -> "not found";
          case TIMED_OUT -> "timed out";
          case LEFT -> "left";
          case DIED -> "died";
          case CUT -> "cut off";
        };
    boolean bare = ending.outcome() == Ending.Outcome.EXITED || ending.detail().isEmpty();
    return bare ? word : word + " (" + ending.detail() + ")";
  }

  private static String events(Map<EventKind, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<String> kinds = new ArrayList<>();
    counts.forEach((kind, count) -> kinds.add(count(count, kind.pythonName())));
    return count(all, "event") + (kinds.isEmpty() ? "" : ": " + String.join(", ", kinds));
  }

  public static String count(long count, String noun) {
    return count(count, noun, noun + "s");
  }

  public static String count(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  /** A file without the working directory in front. */
  public static String file(String file, Header header) {
    return below(header.cwd(), file);
  }

  /** A file without a directory in front, where it is in it. */
  static String below(String directory, String file) {
    boolean inside =
        !directory.isEmpty()
            && file.length() > directory.length() + 1
            && file.startsWith(directory)
            && "/\\".indexOf(file.charAt(directory.length())) >= 0;
    return inside ? file.substring(directory.length() + 1) : file;
  }

  public static String lineno(int lineno) {
    return TraceEvent.linenoText(lineno);
  }
}
