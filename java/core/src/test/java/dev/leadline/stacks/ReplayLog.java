package dev.leadline.stacks;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps what a listener receives, in words, for tests. */
final class ReplayLog implements StackListener<String, String> {

  private final List<String> lines = new ArrayList<>();
  private final String ignored;
  private int entries;

  /** A log of all stacks but those of this name. */
  ReplayLog(String ignored) {
    this.ignored = ignored;
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public Optional<String> begins(TraceThread thread) {
    lines.add("begins " + thread.process() + ":" + thread.name());
    return thread.name().equals(ignored) ? Optional.empty() : Optional.of(thread.name());
  }

  @Override
  public String entered(CallStack<String, String> stack, Frame frame, int lineno, Entry how) {
    String kept = frame.code().qualname() + "#" + entries++;
    String line = lineno == TraceEvent.NO_LINENO ? "none" : Integer.toString(lineno);
    add(stack, "entered " + kept + " line " + line + " by " + word(how));
    return kept;
  }

  @Override
  public void resumed(CallStack<String, String> stack, Frame frame, String value, Entry how) {
    add(stack, "resumed " + value + " by " + word(how));
  }

  @Override
  public void left(CallStack<String, String> stack, Frame frame, String value, long sinceNs) {
    add(stack, "left " + value + period(stack, sinceNs));
  }

  @Override
  public void suspended(CallStack<String, String> stack, Frame frame, String value, long sinceNs) {
    add(stack, "suspended " + value + period(stack, sinceNs));
  }

  @Override
  public void vanished(CallStack<String, String> stack, Frame frame, String value, long sinceNs) {
    add(stack, "vanished " + value + period(stack, sinceNs));
  }

  @Override
  public void ended(String value) {
    lines.add("ended " + value);
  }

  @Override
  public void elapsed(CallStack<String, String> stack, long ns) {
    add(stack, "elapsed " + ns);
  }

  @Override
  public void line(CallStack<String, String> stack, int lineno) {
    add(stack, "line " + lineno);
  }

  @Override
  public void exception(CallStack<String, String> stack, ExceptionEvent event) {
    add(stack, "exception " + event.type());
  }

  private void add(CallStack<String, String> stack, String what) {
    String top = stack.isEmpty() ? "-" : stack.value();
    lines.add(stack.state() + " [" + stack.size() + " " + top + "] " + what);
  }

  private static String period(CallStack<String, String> stack, long sinceNs) {
    return sinceNs == TraceEvent.NO_TIME ? "" : " " + sinceNs + ".." + stack.timeNs();
  }

  private static String word(Entry how) {
    return how.name().toLowerCase(Locale.ROOT);
  }
}
