package dev.leadline.golden;

import dev.leadline.event.Header;
import dev.leadline.execution.TracedStack;
import java.util.ArrayList;
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
}
