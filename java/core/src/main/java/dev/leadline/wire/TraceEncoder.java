package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes events as a trace again, narrower than they came if a filter stands before it. It has no
 * {@code stdio} in its header, since there is no process behind it. Times are as exact as they
 * were; notices of gaps and of damage become {@code trouble} records. Flushes at the end; does not
 * close.
 */
public final class TraceEncoder implements EventSink {

  private final RecordStream stream;
  private final Map<TraceThread, Deque<Frame>> stacks = new IdentityHashMap<>();
  private final Map<Integer, Integer> linenoOfCode = new HashMap<>();
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private long maxEvents;
  private long timeNs = TraceEvent.NO_TIME;
  private boolean based;

  /** An encoder onto {@code out}, which it buffers for itself. */
  public TraceEncoder(OutputStream out) {
    stream = new RecordStream(out);
  }

  @Override
  public void header(Header header) throws IOException {
    maxEvents = header.recording().maxEvents().orElse(0);
    stream.write(RecordEncoder.header(header));
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    Deque<Frame> stack = stack(frame.thread());
    counts.merge(event.kind(), 1L, Long::sum);
    timeNs = Math.max(timeNs, event.timeNs());
    switch (event.kind()) {
      case CALL -> call(event, stack);
      case LINE -> stream.batch(frame.thread()).line(onTop(frame, stack), event.lineno());
      case RETURN -> {
        named(event, stack).number(event.lineno()).time(event.timeNs()).close();
        stack.pop();
      }
      case EXCEPTION -> {
        ExceptionEvent exception = (ExceptionEvent) event;
        named(event, stack)
            .number(event.lineno())
            .text(exception.type())
            .text(exception.message())
            .close();
      }
      case OPCODE -> named(event, stack).number(event.lineno()).close();
    }
  }

  @Override
  public void notice(Notice notice) throws IOException {
    stream.write(
        switch (notice.kind()) {
          case LIMIT -> RecordEncoder.limit(maxEvents, timeNs);
          case GAP, TROUBLE, MALFORMED -> RecordEncoder.trouble(notice.text(), timeNs);
        });
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (!based && ending.baseDepth().isPresent()) {
      stream.write(RecordEncoder.base(0, OptionalLong.empty(), ending.baseDepth().getAsInt()));
    }
    Optional<String> outcome = EndRecord.word(ending.outcome());
    if (outcome.isPresent()) {
      stream.write(RecordEncoder.end(outcome.get(), ending, counts));
    }
    if (ending.status().isPresent()) {
      stream.write(RecordEncoder.exit(exit(ending, outcome.isPresent())));
    }
    stream.flush();
  }

  private static Exit exit(Ending ending, boolean toldByEnd) {
    return new Exit(
        ending.status().getAsInt(),
        ending.outcome() == Ending.Outcome.TIMED_OUT,
        ending.outcome() == Ending.Outcome.CUT,
        toldByEnd ? "" : ending.detail());
  }

  private void call(TraceEvent event, Deque<Frame> stack) throws IOException {
    Frame frame = event.frame();
    int usual = announce(frame.code(), event.lineno());
    base(frame);
    Batch batch = stream.batch(frame.thread()).open(frame, event.kind().pythonName());
    batch.number(frame.code().id()).time(event.timeNs());
    if (event.lineno() != usual || !isDirect(frame, stack.peek())) {
      batch.number(event.lineno()).number(frame.depth()).number(frame.level());
    }
    batch.close();
    stack.push(frame);
  }

  private static boolean isDirect(Frame frame, Frame caller) {
    return caller != null
        && frame.depth() == caller.depth() + 1
        && frame.level() == caller.level() + KnownCode.levels(caller.code());
  }

  private Batch named(TraceEvent event, Deque<Frame> stack) throws IOException {
    return stream
        .batch(event.frame().thread())
        .open(onTop(event.frame(), stack), event.kind().pythonName());
  }

  private static Frame onTop(Frame frame, Deque<Frame> stack) {
    if (stack.peek() != frame) {
      throw new IllegalArgumentException("an event came without the call of its frame: " + frame);
    }
    return frame;
  }

  private Deque<Frame> stack(TraceThread thread) throws IOException {
    Deque<Frame> stack = stacks.get(thread);
    if (stack == null) {
      stream.write(RecordEncoder.thread(thread));
      stack = new ArrayDeque<>();
      stacks.put(thread, stack);
    }
    return stack;
  }

  /** Writes a code object that is new; the line of its calls. */
  private int announce(Code code, int lineno) throws IOException {
    Integer usual = linenoOfCode.putIfAbsent(code.id(), lineno);
    if (usual == null) {
      stream.write(RecordEncoder.code(code, lineno));
      return lineno;
    }
    return usual;
  }

  private void base(Frame frame) throws IOException {
    if (frame.code().base() && !based) {
      based = true;
      OptionalLong code = OptionalLong.of(frame.code().id());
      stream.write(RecordEncoder.base(frame.thread().id(), code, frame.depth()));
    }
  }
}
