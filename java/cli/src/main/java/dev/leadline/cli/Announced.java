package dev.leadline.cli;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the first notices of a trace to be said on stderr when it is over: in between they would be
 * lost in what the program prints.
 */
final class Announced implements EventSink {

  private static final int KEPT = 20;

  private final EventSink downstream;
  private final List<String> notices = new ArrayList<>();
  private long more;

  Announced(EventSink downstream) {
    this.downstream = downstream;
  }

  /** Says what was kept. */
  void say(Voice voice) {
    notices.forEach(voice::say);
    if (more > 0) {
      voice.say("and " + more + " more such notices");
    }
  }

  @Override
  public void header(Header header) throws IOException {
    downstream.header(header);
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    downstream.event(event);
  }

  @Override
  public void notice(Notice notice) throws IOException {
    if (notices.size() < KEPT) {
      notices.add(notice.text());
    } else {
      more++;
    }
    downstream.notice(notice);
  }

  @Override
  public void end(Ending ending) throws IOException {
    downstream.end(ending);
  }
}
