package dev.leadline.report;

import dev.leadline.event.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The notices of a trace, as far as anybody would read them. */
final class Notices {

  private static final int KEPT = 50;

  private final List<Notice> kept = new ArrayList<>();
  private long more;

  void add(Notice notice) {
    if (kept.size() < KEPT) {
      kept.add(notice);
    } else {
      more++;
    }
  }

  List<Notice> kept() {
    return Collections.unmodifiableList(kept);
  }

  /** One sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    kept.forEach(notice -> sentences.add("note: " + notice.text()));
    if (more > 0) {
      sentences.add("note: and " + more + " more notes");
    }
    return sentences;
  }
}
