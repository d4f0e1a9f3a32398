package dev.leadline.wire.write;

import dev.leadline.event.Code;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.FrameStack;
import dev.leadline.wire.KnownCode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The stream of one process: its threads, its code objects and its events. */
final class ProcessEncoder {

  private final RecordStream stream;
  private final AnnouncedFiles files;
  private final int number;
  private final Map<TraceThread, FrameStack> stacks = new IdentityHashMap<>();
  private final Map<Integer, Integer> linenoOfCode = new HashMap<>();
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private long timeNs = TraceEvent.NO_TIME;

  ProcessEncoder(RecordStream stream, AnnouncedFiles files, int number) {
    this.stream = stream;
    this.files = files;
    this.number = number;
  }

  /** The latest time that is known, or {@link TraceEvent#NO_TIME}. */
  long timeNs() {
    return timeNs;
  }

  Map<EventKind, Long> counts() {
    return counts;
  }

  void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    FrameStack stack = stack(frame.thread());
    counts.merge(event.kind(), 1L, Long::sum);
    timeNs = Math.max(timeNs, event.timeNs());
    switch (event.kind()) {
      case CALL -> call((CallEvent) event, stack);
      case LINE -> line(event, stack);
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
    if (event.values().isPresent()) {
      stream.current().values(event.values().get());
    }
  }

  void base(TraceRecord.BaseDepth base) throws IOException {
    stack(base.thread());
    OptionalLong id = OptionalLong.empty();
    if (base.code().isPresent()) {
      Code code = base.code().get();
      announce(code, code.firstlineno());
      id = OptionalLong.of(code.id());
    }
    stream.write(number, RecordEncoder.base(base.thread().id(), id, base.depth(), base.layers()));
  }

  void layers(TraceRecord.LayersSeen seen) throws IOException {
    stack(seen.thread());
    announce(seen.code(), seen.code().firstlineno());
    stream.write(number, RecordEncoder.layers(seen));
  }

  void calls(TraceRecord.CallCounts calls) throws IOException {
    stack(calls.thread());
    for (TraceRecord.CallCount call : calls.counts()) {
      announce(call.code(), call.code().firstlineno());
    }
    stream.write(number, RecordEncoder.calls(calls));
  }

  void stack(TraceRecord.StackState state) throws IOException {
    FrameStack stack = stack(state.thread());
    for (Frame frame : state.frames()) {
      announce(frame.code(), frame.code().firstlineno());
    }
    stack.truncate(0);
    state.frames().forEach(stack::push);
    stream.write(number, RecordEncoder.stack(state));
  }

  void blind(Notice.Gap gap) throws IOException {
    stack(gap.thread());
    stream.write(number, RecordEncoder.blind(gap));
  }

  private void line(TraceEvent event, FrameStack stack) throws IOException {
    if (event.timeNs() == TraceEvent.NO_TIME) {
      batch(event.frame(), stack).line(event.frame(), event.lineno());
    } else {
      named(event, stack).number(event.lineno()).time(event.timeNs()).close();
    }
  }

  private void call(CallEvent event, FrameStack stack) throws IOException {
    Frame frame = event.frame();
    int usual = announce(frame.code(), event.lineno());
    int remaining = stack.below(frame.depth());
    boolean torn = remaining < stack.size();
    stack.truncate(remaining);
    Batch batch = stream.batch(frame.thread()).open(frame, event.kind().pythonName());
    batch.number(frame.code().id()).time(event.timeNs());
    boolean activated = frame.activation() != Frame.NO_ACTIVATION;
    if (torn || activated || event.lineno() != usual || !isDirect(frame, stack)) {
      batch.number(event.lineno()).number(frame.depth()).number(frame.level());
    }
    if (activated) {
      batch.number(frame.activation()).number(event.resumed() ? 1 : 0);
    }
    batch.close();
    stack.push(frame);
  }

  private static boolean isDirect(Frame frame, FrameStack stack) {
    if (stack.isEmpty()) {
      return false;
    }
    Frame caller = stack.top();
    return frame.depth() == caller.depth() + 1
        && frame.level() == caller.level() + KnownCode.levels(caller.code());
  }

  private Batch named(TraceEvent event, FrameStack stack) throws IOException {
    Frame frame = event.frame();
    return batch(frame, stack).open(frame, event.kind().pythonName());
  }

  /** The batch for an event of a frame; frames above it are gone, which a record says. */
  private Batch batch(Frame frame, FrameStack stack) throws IOException {
    int remaining = stack.through(frame);
    if (remaining == 0) {
      throw new IllegalArgumentException("an event came without the call of its frame: " + frame);
    }
    if (remaining < stack.size()) {
      stack.truncate(remaining);
      stream.write(number, RecordEncoder.stack(new StackState(frame.thread(), stack.toList())));
    }
    return stream.batch(frame.thread());
  }

  private FrameStack stack(TraceThread thread) throws IOException {
    FrameStack stack = stacks.get(thread);
    if (stack == null) {
      stream.write(number, RecordEncoder.thread(thread));
      stack = new FrameStack();
      stacks.put(thread, stack);
    }
    return stack;
  }

  /** Writes a code object that is new; the line of its calls. */
  private int announce(Code code, int lineno) throws IOException {
    Integer usual = linenoOfCode.putIfAbsent(code.id(), lineno);
    if (usual == null) {
      stream.write(number, RecordEncoder.code(code, lineno));
      for (String record : files.announce(number, code)) {
        stream.write(number, record);
      }
      return lineno;
    }
    return usual;
  }
}
