package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a sink is told, for tests. */
public final class Heard implements EventSink {

  private final List<TraceEvent> events = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
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
