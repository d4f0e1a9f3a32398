package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Notice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the first notices of a trace to be said on stderr when it is over: in between they would be
 * lost in what the program prints.
 */
final class Announced extends ForwardingSink {

  private static final int KEPT = 20;

  private final EventSink downstream;
  private final List<String> notices = new ArrayList<>();
  private long more;
  private boolean gaps;

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

  /** Whether one of them said that events are missing. */
  boolean gaps() {
    return gaps;
  }

  @Override
  protected EventSink downstream() {
    return downstream;
  }

  @Override
  public void notice(Notice notice) throws IOException {
    gaps |= notice.kind() == Notice.Kind.GAP;
    if (notices.size() < KEPT) {
      notices.add(notice.text());
    } else {
      more++;
    }
    downstream.notice(notice);
  }
}
