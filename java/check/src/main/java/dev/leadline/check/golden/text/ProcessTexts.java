package dev.leadline.check.golden.text;

import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.event.Header;
import dev.leadline.execution.TracedStack;
import dev.leadline.report.text.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the processes of an execution called, in an order that no scheduler decides. */
final class ProcessTexts {

  private final String programFile;
  private final Map<Integer, ProcessText> inOrder = new TreeMap<>();
  private final Map<String, ProcessText> workers = new TreeMap<>();

  ProcessTexts(String programFile) {
    this.programFile = programFile;
  }

  /** What was called on a stack, in its order. */
  void add(TracedStack stack, List<GoldenShape> called) {
    if (called.isEmpty()) {
      return;
    }
    Header header = stack.process().header();
    if (ProcessNames.isWorker(header)) {
      workers.computeIfAbsent(ProcessNames.heading(header), ProcessText::new).addOfThread(called);
      return;
    }
    ProcessText text =
        inOrder.computeIfAbsent(
            stack.process().number(), number -> new ProcessText(ProcessNames.heading(header)));
    if (stack.thread() == 0) {
      text.add(called);
    } else if (stack.greenlet()) {
      text.addOfGreenlet(called);
    } else {
      text.addOfThread(called);
    }
  }

  void write(TextLines lines) throws TooLongException {
    Map<String, List<ProcessText>> others = new TreeMap<>();
    for (ProcessText text : inOrder.values()) {
      if (text.heading().isEmpty()) {
        text.write(lines, 0, "", programFile);
      } else {
        others.computeIfAbsent(text.text(programFile), key -> new ArrayList<>()).add(text);
      }
    }
    for (ProcessText text : workers.values()) {
      others.computeIfAbsent(text.text(programFile), key -> new ArrayList<>()).add(text);
    }
    for (List<ProcessText> equal : others.values()) {
      equal.get(0).write(lines, 0, equal.size() > 1 ? " x" + equal.size() : "", programFile);
    }
  }

  /** What the processes of a program are called, without what differs from run to run. */
  private static final class ProcessNames {

    private static final Set<String> TAKE_NEXT = Set.of("-W", "-X", "--check-hash-based-pycs");

    private ProcessNames() {}

    /** A heading; empty for the program itself. */
    static String heading(Header header) {
      return switch (header.origin()) {
        case START -> "";
        case FORK -> "process fork";
        case SPAWN -> isWorker(header) ? "process spawn" : "process " + program(header.argv());
      };
    }

    /** Whether chance decides which of several does a piece of work. */
    static boolean isWorker(Header header) {
      return header.origin() == Header.Origin.FORK
          || header.origin() == Header.Origin.SPAWN
              && header.argv().stream().anyMatch(argument -> argument.contains("multiprocessing"));
    }

    /** What an interpreter's command line runs, without the directories, which may be anywhere. */
    private static String program(List<String> argv) {
      for (int i = 1; i < argv.size(); i++) {
        String argument = argv.get(i);
        if (TAKE_NEXT.contains(argument)) {
          i++;
        } else if (!argument.startsWith("-") || argument.equals("-")) {
          return argument.replaceFirst(".*[/\\\\]", "");
        } else if (argument.matches("-[^-WXmc]*c.*")) {
          return "-c";
        } else if (argument.matches("-[^-WXmc]*m")) {
          return i + 1 < argv.size() ? "-m " + argv.get(i + 1) : "-m";
        } else if (argument.matches("-[^-WXmc]*m.+")) {
          return "-m " + argument.replaceFirst("-[^m]*m", "");
        }
      }
      return "python";
    }
  }

  /** What a process called, or several where it is unknown which called what. */
  private static final class ProcessText {

    private final String heading;
    private final List<GoldenShape> ordered = new ArrayList<>();
    private final Map<GoldenShape, Integer> ofThreads = new LinkedHashMap<>();
    private final Map<GoldenShape, Integer> ofGreenlets = new LinkedHashMap<>();

    /**
     * A process.
     *
     * @param heading what it is called; empty for the program itself
     */
    ProcessText(String heading) {
      this.heading = TerminalText.escape(heading);
    }

    String heading() {
      return heading;
    }

    void add(List<GoldenShape> called) {
      ordered.addAll(called);
    }

    void addOfThread(List<GoldenShape> called) {
      called.forEach(shape -> ofThreads.merge(shape, 1, Integer::sum));
    }

    void addOfGreenlet(List<GoldenShape> called) {
      called.forEach(shape -> ofGreenlets.merge(shape, 1, Integer::sum));
    }

    /** All of it, by which it is put in order. */
    String text(String file) throws TooLongException {
      TextLines lines = new TextLines();
      write(lines, 0, "", file);
      return lines.text();
    }

    /**
     * Writes it.
     *
     * @param times how many there are of it, as it is written
     * @param file the file that need not be named
     */
    void write(TextLines lines, int level, String times, String file) throws TooLongException {
      int inner = level;
      if (!heading.isEmpty()) {
        lines.heading(heading + times + ":", level);
        inner++;
      }
      lines.shapes(Repeated.of(ordered), inner, file);
      if (isOfWorkers()) {
        lines.shapes(sorted(ofThreads, file), inner, file);
      } else {
        part("threads:", ofThreads, lines, inner, file);
      }
      part("greenlets:", ofGreenlets, lines, inner, file);
    }

    private static void part(
        String name, Map<GoldenShape, Integer> shapes, TextLines lines, int level, String file)
        throws TooLongException {
      if (!shapes.isEmpty()) {
        lines.heading(name, level);
        lines.shapes(sorted(shapes, file), level + 1, file);
      }
    }

    private boolean isOfWorkers() {
      return ordered.isEmpty() && !heading.isEmpty();
    }

    private static List<Repeated> sorted(Map<GoldenShape, Integer> shapes, String file)
        throws TooLongException {
      SortedMap<String, Repeated.Run> byText = new TreeMap<>();
      for (Map.Entry<GoldenShape, Integer> entry : shapes.entrySet()) {
        TextLines text = new TextLines();
        text.shapes(Repeated.of(List.of(entry.getKey())), 0, file);
        byText.merge(
            text.text(),
            new Repeated.Run(entry.getKey(), entry.getValue()),
            (one, same) -> new Repeated.Run(one.shape(), one.count() + same.count()));
      }
      return byText.values().stream().map(run -> new Repeated(List.of(run), 1)).toList();
    }
  }
}
