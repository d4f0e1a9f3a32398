package dev.leadline.wire;

import dev.leadline.event.CallCount;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps all that a sink is told, for tests. */
public final class Heard implements EventSink {

  private final List<TraceEvent> events = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<List<Frame>> stacks = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Header header;

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) {
    events.add(event);
  }

  @Override
  public void event(TraceEvent event, Values values) {
    events.add(event);
    told.add("values " + Values.kindOf(event.kind()).orElseThrow() + " " + values);
  }

  @Override
  public void process(TraceProcess process) {
    told.add("process " + process);
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) {
    told.add("end of " + process.number() + " " + ending);
  }

  @Override
  public void leaving(int process, Leaving leaving) {
    told.add("leaving " + process + " " + leaving);
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) {
    told.add("base of " + thread + " " + code.map(Code::qualname) + " " + depth);
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers) {
    base(thread, code, depth);
    layers.forEach(layer -> told.add("beneath " + layer.owner().word() + " " + layer));
  }

  @Override
  public void layers(LayersSeen layers) {
    told.add("layers " + layers);
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) {
    told.add("calls of " + thread + " " + calls);
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) {
    stacks.add(frames);
    told.add("stack of " + thread + " " + frames);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void end(Ending ending) {
    endings.add(ending);
  }

  public Header header() {
    return header;
  }

  public List<TraceEvent> events() {
    return events;
  }

  public List<Notice> notices() {
    return notices;
  }

  public List<List<Frame>> stacks() {
    return stacks;
  }

  /** All that is neither header, event, notice nor end of the trace, in words. */
  public List<String> told() {
    return told;
  }

  public List<Ending> endings() {
    return endings;
  }

  /** Each event as {@code kind function:lineno depth/level time}. */
  public List<String> lines() {
    return events.stream().map(Heard::line).toList();
  }

  private static String line(TraceEvent event) {
    Frame frame = event.frame();
    String line =
        "%s %s:%s %d/%d"
            .formatted(
                event.kind().pythonName(),
                frame.code().qualname(),
                event.lineno() == TraceEvent.NO_LINENO ? "none" : event.lineno(),
                frame.depth(),
                frame.level());
    String time = event.timeNs() == TraceEvent.NO_TIME ? "" : " @" + event.timeNs();
    return event instanceof ExceptionEvent exception
        ? line + " " + exception.type() + ": " + exception.message()
        : line + time;
  }
}
