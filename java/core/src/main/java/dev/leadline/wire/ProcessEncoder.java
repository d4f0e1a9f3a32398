package dev.leadline.wire;

import dev.leadline.event.CallCount;
import dev.leadline.event.CallEvent;
import dev.leadline.event.Code;
import dev.leadline.event.EventKind;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Layer;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.event.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The stream of one process: its threads, its code objects and its events. */
final class ProcessEncoder {

  private final RecordStream stream;
  private final int number;
  private final Map<TraceThread, List<Frame>> stacks = new IdentityHashMap<>();
  private final Map<Integer, Integer> linenoOfCode = new HashMap<>();
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private long timeNs = TraceEvent.NO_TIME;

  ProcessEncoder(RecordStream stream, int number) {
    this.stream = stream;
    this.number = number;
  }

  /** The latest time that was told, or {@link TraceEvent#NO_TIME}. */
  long timeNs() {
    return timeNs;
  }

  Map<EventKind, Long> counts() {
    return counts;
  }

  void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    List<Frame> stack = stack(frame.thread());
    counts.merge(event.kind(), 1L, Long::sum);
    timeNs = Math.max(timeNs, event.timeNs());
    switch (event.kind()) {
      case CALL -> call((CallEvent) event, stack);
      case LINE -> batch(frame, stack).line(frame, event.lineno());
      case RETURN -> {
        named(event, stack).number(event.lineno()).time(event.timeNs()).close();
        stack.remove(stack.size() - 1);
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

  void event(TraceEvent event, Values values) throws IOException {
    event(event);
    stream.current().values(values);
  }

  void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    stack(thread);
    OptionalLong id = OptionalLong.empty();
    if (code.isPresent()) {
      announce(code.get(), code.get().firstlineno());
      id = OptionalLong.of(code.get().id());
    }
    stream.write(number, RecordEncoder.base(thread.id(), id, depth, layers));
  }

  void layers(LayersSeen seen) throws IOException {
    stack(seen.thread());
    announce(seen.code(), seen.code().firstlineno());
    stream.write(number, RecordEncoder.layers(seen));
  }

  void calls(TraceThread thread, List<CallCount> calls) throws IOException {
    stack(thread);
    for (CallCount call : calls) {
      announce(call.code(), call.code().firstlineno());
    }
    stream.write(number, CallsRecord.encode(thread, calls));
  }

  void stack(TraceThread thread, List<Frame> frames) throws IOException {
    List<Frame> stack = stack(thread);
    for (Frame frame : frames) {
      announce(frame.code(), frame.code().firstlineno());
    }
    stack.clear();
    stack.addAll(frames);
    stream.write(number, RecordEncoder.stack(thread, frames));
  }

  void blind(Notice.Gap gap) throws IOException {
    stack(gap.thread());
    stream.write(number, RecordEncoder.blind(gap));
  }

  private void call(CallEvent event, List<Frame> stack) throws IOException {
    Frame frame = event.frame();
    int usual = announce(frame.code(), event.lineno());
    boolean torn = cutAt(frame.depth(), stack);
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
    stack.add(frame);
  }

  /** Drops frames as deep as that, which must be gone; whether there are any. */
  private static boolean cutAt(int depth, List<Frame> stack) {
    int size = stack.size();
    while (!stack.isEmpty() && stack.get(stack.size() - 1).depth() >= depth) {
      stack.remove(stack.size() - 1);
    }
    return stack.size() < size;
  }

  private static boolean isDirect(Frame frame, List<Frame> stack) {
    if (stack.isEmpty()) {
      return false;
    }
    Frame caller = stack.get(stack.size() - 1);
    return frame.depth() == caller.depth() + 1
        && frame.level() == caller.level() + KnownCode.levels(caller.code());
  }

  private Batch named(TraceEvent event, List<Frame> stack) throws IOException {
    Frame frame = event.frame();
    return batch(frame, stack).open(frame, event.kind().pythonName());
  }

  /** The batch for an event of a frame; frames above it are gone, which a record says. */
  private Batch batch(Frame frame, List<Frame> stack) throws IOException {
    int top = stack.size() - 1;
    while (top >= 0 && stack.get(top) != frame) {
      top--;
    }
    if (top < 0) {
      throw new IllegalArgumentException("an event came without the call of its frame: " + frame);
    }
    if (top < stack.size() - 1) {
      stack.subList(top + 1, stack.size()).clear();
      stream.write(number, RecordEncoder.stack(frame.thread(), stack));
    }
    return stream.batch(frame.thread());
  }

  private List<Frame> stack(TraceThread thread) throws IOException {
    List<Frame> stack = stacks.get(thread);
    if (stack == null) {
      stream.write(number, RecordEncoder.thread(thread));
      stack = new ArrayList<>();
      stacks.put(thread, stack);
    }
    return stack;
  }

  /** Writes a code object that is new; the line of its calls. */
  private int announce(Code code, int lineno) throws IOException {
    Integer usual = linenoOfCode.putIfAbsent(code.id(), lineno);
    if (usual == null) {
      stream.write(number, RecordEncoder.code(code, lineno));
      return lineno;
    }
    return usual;
  }
}
