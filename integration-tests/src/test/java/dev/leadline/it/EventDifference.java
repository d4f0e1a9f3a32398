package dev.leadline.it;

import java.util.List;

/** Where two lists of events part, as text for whoever reads a failed test. */
final class EventDifference {

  private static final int CONTEXT = 6;

  private EventDifference() {}

  static String text(List<OracleEvent> expected, List<OracleEvent> actual) {
    int at = 0;
    int common = Math.min(expected.size(), actual.size());
    while (at < common && expected.get(at).equals(actual.get(at))) {
      at++;
    }
    StringBuilder text = new StringBuilder();
    text.append("the events differ from number ").append(at).append(" on; CPython reported ");
    text.append(expected.size()).append(", the trace has ").append(actual.size()).append('\n');
    expected
        .subList(Math.max(0, at - CONTEXT), at)
        .forEach(event -> text.append("    ").append(event).append('\n'));
    after(expected, at).forEach(event -> text.append("  - ").append(event).append('\n'));
    after(actual, at).forEach(event -> text.append("  + ").append(event).append('\n'));
    return text.toString();
  }

  private static List<OracleEvent> after(List<OracleEvent> events, int at) {
    return events.subList(at, Math.min(events.size(), at + CONTEXT / 2));
  }
}
