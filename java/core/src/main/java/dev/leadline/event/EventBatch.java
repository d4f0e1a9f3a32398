package dev.leadline.event;

import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.LineEvent;
import dev.leadline.event.TraceEvent.OpcodeEvent;
import dev.leadline.event.TraceEvent.ReturnEvent;
import java.util.Arrays;
import java.util.Optional;

/**
 * Some events of one thread, in their order, as columns of numbers: a trace has millions of events,
 * and to make an object of each takes longer than to count it. Exceptions and events with values,
 * which are more than numbers, are objects here, too. Whoever fills a batch fills it again, so that
 * a sink looks at it during the call alone.
 */
public final class EventBatch {

  private static final EventKind[] KINDS = EventKind.values();
  private static final byte LINE = (byte) EventKind.LINE.ordinal();
  private static final int FIRST_CAPACITY = 16;

  /** Ordinals of their kinds. */
  private byte[] kinds = new byte[FIRST_CAPACITY];

  private Frame[] frames = new Frame[FIRST_CAPACITY];
  private int[] linenos = new int[FIRST_CAPACITY];
  private long[] timesNs = new long[FIRST_CAPACITY];
  private boolean[] resumed = new boolean[FIRST_CAPACITY];

  /** How many lines begin at each that were added together; 1 for all else. */
  private int[] together = new int[FIRST_CAPACITY];

  /** Events that are more than numbers; null for others. */
  private TraceEvent[] objects = new TraceEvent[FIRST_CAPACITY];

  private int size;

  /** A batch of one event. */
  public static EventBatch of(TraceEvent event) {
    EventBatch batch = new EventBatch();
    batch.add(event);
    return batch;
  }

  /** How many events it has. */
  public int size() {
    return size;
  }

  /** Whether it has none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Whose events they are; the batch must not be empty. */
  public TraceThread thread() {
    return frames[0].thread();
  }

  /** As {@link TraceEvent#kind} of the event at a position. */
  public EventKind kind(int index) {
    return KINDS[kinds[index]];
  }

  /** As {@link TraceEvent#frame}. */
  public Frame frame(int index) {
    return frames[index];
  }

  /** As {@link TraceEvent#lineno}. */
  public int lineno(int index) {
    return linenos[index];
  }

  /** As {@link TraceEvent#timeNs}. */
  public long timeNs(int index) {
    return timesNs[index];
  }

  /**
   * How many events from a position on a sink may count together: lines of one frame, without
   * times, that were {@linkplain #addLines added together}. 1 for any other event.
   */
  public int together(int index) {
    return together[index];
  }

  /** As {@link CallEvent#resumed}; false for all but calls. */
  public boolean isResumed(int index) {
    return resumed[index];
  }

  /** Whether the event at a position is more than numbers: an exception, or one with values. */
  public boolean isObject(int index) {
    return objects[index] != null;
  }

  /** As {@link TraceEvent#values}. */
  public Optional<FrameValues> values(int index) {
    return objects[index] == null ? Optional.empty() : objects[index].values();
  }

  /** The event at a position as an object. */
  public TraceEvent event(int index) {
    TraceEvent object = objects[index];
    return object == null ? made(index) : object;
  }

  private TraceEvent made(int index) {
    Frame frame = frames[index];
    int lineno = linenos[index];
    return switch (kind(index)) {
      case CALL -> new CallEvent(frame, lineno, timesNs[index], resumed[index]);
      case LINE -> new LineEvent(frame, lineno, timesNs[index]);
      case RETURN -> new ReturnEvent(frame, lineno, timesNs[index]);
      case OPCODE -> new OpcodeEvent(frame, lineno);
      case EXCEPTION -> throw new IllegalStateException("an exception has texts");
    };
  }

  /** Takes all events out. */
  public void clear() {
    Arrays.fill(objects, 0, size, null);
    size = 0;
  }

  /** Adds a line without a time. */
  public void addLine(Frame frame, int lineno) {
    add(EventKind.LINE, frame, lineno, TraceEvent.NO_TIME);
  }

  /** Adds lines without times, whose numbers are a part of an array. */
  public void addLines(Frame frame, long[] numbers, int from, int to) {
    int first = size;
    int end = first + to - from;
    while (end > kinds.length) {
      grow();
    }
    for (int i = first; i < end; i++) {
      kinds[i] = LINE;
      frames[i] = frame;
      linenos[i] = (int) numbers[from + i - first];
      timesNs[i] = TraceEvent.NO_TIME;
      resumed[i] = false;
      together[i] = end - i;
    }
    size = end;
  }

  /** Adds a call. */
  public void addCall(Frame frame, int lineno, long timeNs, boolean resumes) {
    add(EventKind.CALL, frame, lineno, timeNs);
    resumed[size - 1] = resumes;
  }

  /**
   * Adds an event that is no more than numbers.
   *
   * @param kind none but {@code EXCEPTION}
   */
  public void add(EventKind kind, Frame frame, int lineno, long timeNs) {
    int index = size;
    if (index == kinds.length) {
      grow();
    }
    kinds[index] = (byte) kind.ordinal();
    frames[index] = frame;
    linenos[index] = lineno;
    timesNs[index] = timeNs;
    resumed[index] = false;
    together[index] = 1;
    size = index + 1;
  }

  /** Adds an event. */
  public void add(TraceEvent event) {
    add(event.kind(), event.frame(), event.lineno(), event.timeNs());
    resumed[size - 1] = event instanceof CallEvent call && call.resumed();
    objects[size - 1] = event;
  }

  /** Adds an event of another batch. */
  public void add(EventBatch other, int index) {
    add(other.kind(index), other.frames[index], other.linenos[index], other.timesNs[index]);
    resumed[size - 1] = other.resumed[index];
    objects[size - 1] = other.objects[index];
  }

  /** Puts another event in the place of the last one: the same one, with its values. */
  public void replaceLast(TraceEvent event) {
    objects[size - 1] = event;
  }

  private void grow() {
    int capacity = 2 * kinds.length;
    kinds = Arrays.copyOf(kinds, capacity);
    frames = Arrays.copyOf(frames, capacity);
    linenos = Arrays.copyOf(linenos, capacity);
    timesNs = Arrays.copyOf(timesNs, capacity);
    resumed = Arrays.copyOf(resumed, capacity);
    together = Arrays.copyOf(together, capacity);
    objects = Arrays.copyOf(objects, capacity);
  }
}
