package dev.leadline.cli.output;

import dev.leadline.event.IgnoringSink;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the first notices of a trace, which are printed to stderr when it is over: in between they
 * would be lost in what the program prints.
 */
public final class NoticeBuffer implements IgnoringSink {

  private static final int KEPT = 20;

  private final List<String> notices = new ArrayList<>();
  private long more;
  private boolean gaps;

  /** Says what was kept. */
  public void say(Messages messages) {
    notices.forEach(messages::say);
    if (more > 0) {
      messages.say("and " + more + " more such notices");
    }
  }

  /** Whether one of them said that events are missing. */
  public boolean gaps() {
    return gaps;
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof Notice notice) {
      gaps |= notice.kind() == Notice.Kind.GAP;
      if (notices.size() < KEPT) {
        notices.add(notice.text());
      } else {
        more++;
      }
    }
  }
}
