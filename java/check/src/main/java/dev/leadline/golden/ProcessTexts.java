package dev.leadline.golden;

import dev.leadline.event.Header;
import dev.leadline.event.Origin;
import dev.leadline.execution.TracedStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  void add(TracedStack stack, List<Shape> called) {
    if (called.isEmpty()) {
      return;
    }
    Header header = stack.process().header();
    if (isWorker(header)) {
      workers.computeIfAbsent(heading(header), ProcessText::new).addUnordered(called);
      return;
    }
    ProcessText text =
        inOrder.computeIfAbsent(
            stack.process().number(), number -> new ProcessText(heading(header)));
    if (stack.thread() == 0) {
      text.add(called);
    } else {
      text.addUnordered(called);
    }
  }

  void write(TextLines lines) throws TooLongException {
    Map<List<String>, List<ProcessText>> others = new TreeMap<>(ProcessTexts::compare);
    for (ProcessText text : inOrder.values()) {
      if (text.heading().isEmpty()) {
        text.write(lines, 0, "", programFile);
      } else {
        others.computeIfAbsent(text.lines(programFile), key -> new ArrayList<>()).add(text);
      }
    }
    for (ProcessText text : workers.values()) {
      others.computeIfAbsent(text.lines(programFile), key -> new ArrayList<>()).add(text);
    }
    for (List<ProcessText> equal : new LinkedHashMap<>(others).values()) {
      equal.get(0).write(lines, 0, equal.size() > 1 ? " x" + equal.size() : "", programFile);
    }
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("\n", one).compareTo(String.join("\n", other));
  }

  /** Which of several does a piece of work is chance. */
  private static boolean isWorker(Header header) {
    return header.origin() == Origin.FORK
        || header.origin() == Origin.SPAWN
            && (header.program() + String.join(" ", header.argv())).contains("multiprocessing");
  }

  private static String heading(Header header) {
    return switch (header.origin()) {
      case START -> "";
      case FORK -> "process fork";
      case SPAWN -> isWorker(header) ? "process spawn" : "process " + name(header);
    };
  }

  /** What it runs, without the directories, which may be anywhere. */
  private static String name(Header header) {
    String program = header.program().replace('\\', '/');
    return switch (header.programKind()) {
      case "code" -> "-c";
      case "stdin" -> "-";
      case "module" -> "-m " + program;
      default -> program.substring(program.lastIndexOf('/') + 1);
    };
  }
}
