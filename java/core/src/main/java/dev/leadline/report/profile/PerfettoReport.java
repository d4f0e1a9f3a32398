package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.EventSink;
import dev.leadline.event.FrameValues;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TerminalText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trace of <a href="https://perfetto.dev/docs/reference/synthetic-track-event">Perfetto</a> in
 * protobuf: track events on a track for each lane, in nanoseconds since the trace's begin, as they
 * happen. The names of functions are written once. The thread id is the number of the lane.
 */
public final class PerfettoReport extends TimelineReport {

  /** Fields of {@code Trace}, {@code TracePacket} and {@code InternedData}. */
  private static final int PACKET = 1;

  private static final int TIMESTAMP = 8;
  private static final int SEQUENCE_ID = 10;
  private static final int TRACK_EVENT = 11;
  private static final int INTERNED_DATA = 12;
  private static final int SEQUENCE_FLAGS = 13;
  private static final int TRACK_DESCRIPTOR = 60;
  private static final int EVENT_NAMES = 2;

  /** Values of {@code SequenceFlags}. */
  private static final int INCREMENTAL_STATE_CLEARED = 1;

  private static final int NEEDS_INCREMENTAL_STATE = 2;

  /** Fields of {@code TrackDescriptor}, {@code ProcessDescriptor} and {@code ThreadDescriptor}. */
  private static final int UUID = 1;

  private static final int TRACK_NAME = 2;
  private static final int PROCESS = 3;
  private static final int THREAD = 4;
  private static final int PARENT_UUID = 5;
  private static final int COUNTER = 8;
  private static final int PID = 1;
  private static final int PROCESS_NAME = 6;
  private static final int TID = 2;
  private static final int THREAD_NAME = 5;

  /** Fields of {@code TrackEvent} and {@code DebugAnnotation}. */
  private static final int DEBUG_ANNOTATIONS = 4;

  private static final int TYPE = 9;
  private static final int NAME_IID = 10;
  private static final int TRACK_UUID = 11;
  private static final int NAME = 23;
  private static final int COUNTER_VALUE = 30;
  private static final int FLOW_IDS = 47;
  private static final int ANNOTATION_NAME = 10;
  private static final int ANNOTATION_TEXT = 6;

  /** Values of {@code TrackEvent.Type}. */
  private static final int SLICE_BEGIN = 1;

  private static final int SLICE_END = 2;
  private static final int INSTANT = 3;
  private static final int COUNTER_POINT = 4;

  private final OutputStream out;
  private final Proto trace = new Proto();
  private final Proto packet = new Proto();
  private final Proto event = new Proto();
  private final Proto inner = new Proto();
  private final Map<TracedFunction, Integer> names = new HashMap<>();
  private FunctionLabels labels;
  private boolean begun;

  private PerfettoReport(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void header(Header header) throws IOException {
    labels = new FunctionLabels(header);
    super.header(header);
  }

  /** Numbers of tracks: three kinds of them share one space. */
  private static long processTrack(int process) {
    return 4L * process + 1;
  }

  private static long laneTrack(Lane lane) {
    return 4L * lane.number() + 2;
  }

  private static long depthTrack(Lane lane) {
    return 4L * lane.number() + 3;
  }

  @Override
  void begins(TraceProcess process) throws IOException {
    Header header = process.header();
    inner.clear().number(PID, header.process());
    inner.text(PROCESS_NAME, TerminalText.escape(Phrases.program(header)));
    descriptor(event.clear().number(UUID, processTrack(process.number())).message(PROCESS, inner));
  }

  @Override
  void begins(Lane lane) throws IOException {
    super.begins(lane);
    long process = processTrack(lane.thread().process());
    inner.clear().number(PID, lane.thread().pid()).number(TID, lane.number());
    inner.text(THREAD_NAME, lane.name());
    event.clear().number(UUID, laneTrack(lane)).number(PARENT_UUID, process);
    descriptor(event.message(THREAD, inner));
    event.clear().number(UUID, depthTrack(lane)).number(PARENT_UUID, process);
    descriptor(event.text(TRACK_NAME, "depth of " + lane.name()).message(COUNTER, inner.clear()));
  }

  private void descriptor(Proto descriptor) throws IOException {
    packet.clear().number(SEQUENCE_ID, 1);
    if (!begun) {
      packet.number(SEQUENCE_FLAGS, INCREMENTAL_STATE_CLEARED);
      begun = true;
    }
    write(packet.message(TRACK_DESCRIPTOR, descriptor));
  }

  private void write(Proto content) throws IOException {
    trace.clear().message(PACKET, content).writeTo(out);
  }

  @Override
  void opens(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException {
    begin(atNs).number(SEQUENCE_FLAGS, NEEDS_INCREMENTAL_STATE);
    event(SLICE_BEGIN, laneTrack(lane)).number(NAME_IID, name(function));
    values.ifPresent(this::annotate);
    write(packet.message(TRACK_EVENT, event));
  }

  /** The number of a name; one that is new is put into the packet. */
  private int name(TracedFunction function) {
    Integer known = names.get(function);
    if (known == null) {
      known = names.size() + 1;
      names.put(function, known);
      inner.clear().number(1, known).text(2, labels.of(function));
      packet.message(INTERNED_DATA, new Proto().message(EVENT_NAMES, inner));
    }
    return known;
  }

  @Override
  void closes(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException {
    begin(atNs);
    event(SLICE_END, laneTrack(lane));
    values.ifPresent(this::annotate);
    write(packet.message(TRACK_EVENT, event));
  }

  private void annotate(FrameValues values) {
    for (FrameValues.Named value : values.values()) {
      inner.clear().text(ANNOTATION_NAME, TerminalText.escape(nameOf(value)));
      inner.text(ANNOTATION_TEXT, TerminalText.escape(value.text().orElse("")));
      event.message(DEBUG_ANNOTATIONS, inner);
    }
  }

  @Override
  public void raised(Lane lane, ExceptionEvent raised, long atNs) throws IOException {
    begin(atNs);
    event(INSTANT, laneTrack(lane));
    event.text(NAME, TerminalText.escape(ChromeReport.exceptionText(raised)));
    write(packet.message(TRACK_EVENT, event));
  }

  /** An arrow is between two events of their own: those of the spans are written already. */
  @Override
  void arrowFrom(Lane lane, long atNs, long arrow) throws IOException {
    arrow(lane, atNs, arrow, "starts process " + arrow);
  }

  @Override
  void arrowTo(Lane lane, long atNs, long arrow) throws IOException {
    arrow(lane, atNs, arrow, "process " + arrow);
  }

  private void arrow(Lane lane, long atNs, long arrow, String name) throws IOException {
    begin(atNs);
    event(INSTANT, laneTrack(lane)).text(NAME, name).fixed64(FLOW_IDS, arrow);
    write(packet.message(TRACK_EVENT, event));
  }

  @Override
  void depth(Lane lane, long atNs, int depth) throws IOException {
    begin(atNs);
    event(COUNTER_POINT, depthTrack(lane)).number(COUNTER_VALUE, depth);
    write(packet.message(TRACK_EVENT, event));
  }

  private Proto begin(long atNs) {
    return packet.clear().number(TIMESTAMP, atNs).number(SEQUENCE_ID, 1);
  }

  private Proto event(int type, long track) {
    return event.clear().number(TYPE, type).number(TRACK_UUID, track);
  }

  @Override
  void finish() throws IOException {
    super.finish();
    out.flush();
  }

  /** In the list of formats. */
  public static final class Format implements ProfileFormat {

    @Override
    public Described described() {
      return new Described(
          "perfetto",
          "calls over time in protobuf, for ui.perfetto.dev: a fraction of chrome's size",
          "pftrace");
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new PerfettoReport(target.bytes());
    }
  }
}
