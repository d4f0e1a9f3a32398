package dev.leadline.report;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceThread;
import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows of {@link LinesReport}. Where lines have times, each row ends with the time from its
 * event to the next one of its thread that has a time, as far as a frame was on the stack: the sum
 * of a function's rows is its own time. A row is written at once, and finished when its time is
 * known; where another thread has a row in between, the time gets a row of its own.
 */
final class LineRows implements StackListener<TraceThread, Frame> {

  private static final int TIME_WIDTH = 10;
  private static final int READABLE = 100;
  private static final int THREADS = 10_000;

  private final Writer out;
  private final ReportStyle style;
  private final boolean timed;
  private final Function<Frame, TextLine> beginning;
  private final StackReplay<TraceThread, Frame> replay = new StackReplay<>(this);
  private final Set<TraceThread> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
  private Optional<Row> open = Optional.empty();
  private TraceThread owner;

  /** Rows of a trace; {@code beginning} makes what stands in front of a row of a frame. */
  LineRows(Writer out, ReportStyle style, Header header, Function<Frame, TextLine> beginning) {
    this.out = out;
    this.style = style;
    this.timed = header.timesLines();
    this.beginning = beginning;
  }

  /** An empty row, as wide as its time leaves room for. */
  TextLine line() {
    int room = Math.max(1, style.width() - TIME_WIDTH);
    boolean narrower = timed && style.width() > 0;
    return new TextLine(narrower ? new ReportStyle(style.colour(), room, style.detail()) : style);
  }

  /** Before the rows of an event: it ends the time of its thread's last one. */
  void event(EventBatch events, int index) throws IOException {
    if (timed) {
      replay.event(events, index);
      TraceThread thread = events.thread();
      waiting.remove(thread);
      close(owner != thread);
    }
  }

  void record(TraceRecord record) throws IOException {
    if (timed) {
      replay.record(record);
      close(true);
    }
  }

  void end(Ending ending) throws IOException {
    if (timed) {
      replay.end(ending);
      close(false);
    }
  }

  /**
   * A row as it is written.
   *
   * @param columns how many it takes; 0 where no time comes behind it
   */
  record Row(String text, int columns) {}

  /** The row that is made of a line. */
  Row row(TextLine line) {
    return new Row(line.text(), timed ? line.width() : 0);
  }

  /** Writes a row that has no time. */
  void write(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  /** Writes the row of an event of a thread. */
  void write(Row row, TraceThread thread) throws IOException {
    if (!timed) {
      write(row.text());
      return;
    }
    out.write(row.text());
    open = Optional.of(row);
    owner = thread;
  }

  /** Finishes the row that has no time yet. */
  private void close(boolean timeFollows) throws IOException {
    if (open.isEmpty()) {
      return;
    }
    out.write('\n');
    open = Optional.empty();
    if (timeFollows) {
      if (waiting.size() == THREADS) {
        waiting.clear();
      }
      waiting.add(owner);
    }
  }

  @Override
  public void elapsed(CallStack<TraceThread, Frame> stack, long ns) throws IOException {
    boolean own = open.isPresent() && owner == stack.state();
    if (!own && waiting.remove(stack.state())) {
      close(true);
      write(row(beginning.apply(stack.top()).add("...")), stack.state());
      own = true;
    }
    if (own) {
      finish(open.orElseThrow(), HumanTime.of(ns));
    }
  }

  private void finish(Row row, String time) throws IOException {
    int edge = Math.min(style.width(), READABLE + TIME_WIDTH);
    int gap = Math.max(2, edge - row.columns() - time.length());
    out.write(new TextLine(style).add(" ".repeat(gap)).add(time, Tone.FAINT).text());
    close(false);
  }

  @Override
  public Optional<TraceThread> begins(TraceThread thread) {
    return Optional.of(thread);
  }

  @Override
  public Frame entered(CallStack<TraceThread, Frame> stack, Frame frame, int lineno, Entry how) {
    return frame;
  }

  @Override
  public void resumed(CallStack<TraceThread, Frame> stack, Frame frame, Frame value, Entry how) {}

  @Override
  public void left(CallStack<TraceThread, Frame> stack, Frame frame, Frame value, long sinceNs) {}

  @Override
  public void vanished(
      CallStack<TraceThread, Frame> stack, Frame frame, Frame value, long sinceNs) {}
}
