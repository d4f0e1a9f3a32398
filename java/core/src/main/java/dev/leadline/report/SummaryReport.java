package dev.leadline.report;

import dev.leadline.calltree.DepthTotals.Place;
import dev.leadline.calltree.FunctionTotals;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.report.FunctionTable.Column;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail.Choice;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.report.text.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Totals by function, for each thread, and by depth. */
final class SummaryReport extends FinalReport {

  private final TextReport report;
  private final ReportStyle style;
  private final FunctionTotals functions;

  SummaryReport(Writer out, ReportStyle style) {
    this(out, style, new FunctionTotals());
  }

  private SummaryReport(Writer out, ReportStyle style, FunctionTotals functions) {
    super(functions);
    this.report = new TextReport(out, style);
    this.style = style;
    this.functions = functions;
  }

  @Override
  void write(Ending ending) throws IOException {
    if (style.detail().merges()) {
      writeFunctions(
          ending,
          functions.byProcess(),
          (parts, process, part) -> parts.addAll(process, functions.deepest(process), part));
    } else {
      writeFunctions(
          ending,
          functions.byThread(),
          (parts, thread, part) -> parts.add(thread, functions.deepest(thread), part));
    }
    report.blank();
    if (!depths().all().isEmpty()) {
      writeDepths();
      report.blank();
    }
    report.notices(notices());
    report.prose(Phrases.closing(depths().all(), ending));
    report.flush();
  }

  /** Adds a part of the table. */
  private interface PartAdder<K> {
    void add(
        ProcessSections<Map<TracedFunction, Tally>> parts,
        K key,
        Map<TracedFunction, Tally> content);
  }

  private <K> void writeFunctions(
      Ending ending, Map<K, Map<TracedFunction, Tally>> sections, PartAdder<K> adder)
      throws IOException {
    boolean timed = header().timed();
    List<Tally> all = sections.values().stream().flatMap(part -> part.values().stream()).toList();
    long whole = all.stream().mapToLong(tally -> weight(tally, timed)).sum();
    LeftOut rest = new LeftOut(style.detail().least(), style.detail().top());
    Set<Tally> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    rest.choose(all, whole, tally -> weight(tally, timed), hidden::add);
    hidden.forEach(tally -> rest.weigh(weight(tally, timed)));
    FunctionTable table = new FunctionTable(report, style, columns(timed), whole);
    ProcessSections<Map<TracedFunction, Tally>> parts = new ProcessSections<>(table, processes());
    sections.forEach((key, part) -> adder.add(parts, key, part));
    parts.write(
        header(),
        (header, tallies) -> {
          FunctionNames names = new FunctionNames(header);
          sorted(tallies, timed).stream()
              .filter(row -> !hidden.contains(row.getValue()))
              .forEach(row -> row(row.getKey(), row.getValue(), names, table));
        });
    report.heading(header(), ending.baseDepth(), parts.deepest());
    table.write();
    parts.note(report);
    rest.write(report, "function", timed);
  }

  private static void row(
      TracedFunction function, Tally tally, FunctionNames names, FunctionTable table) {
    table.row(List.of(tally), 0, function.qualname(), names.place(function));
  }

  private static List<Column> columns(boolean timed) {
    return timed
        ? List.of(Column.CALLS, Column.LINES, Column.OWN, Column.OWN_SHARE, Column.TOTAL)
        : List.of(Column.CALLS, Column.LINES);
  }

  private static long weight(Tally tally, boolean timed) {
    return timed ? tally.ownNs().orElse(0) : tally.calls();
  }

  /** Most own time first; without times, most calls. */
  static List<Map.Entry<TracedFunction, Tally>> sorted(
      Map<TracedFunction, Tally> totals, boolean timed) {
    Comparator<Tally> order = Comparator.comparingLong(tally -> weight(tally, timed));
    return totals.entrySet().stream().sorted(Map.Entry.comparingByValue(order.reversed())).toList();
  }

  /** Events of each kind by depth and level; kinds that never came have no column. */
  private void writeDepths() throws IOException {
    List<EventKind> kinds = depths().all().keySet().stream().sorted().toList();
    List<String> heads = new ArrayList<>(List.of("depth", "level"));
    kinds.forEach(kind -> heads.add(kind.pythonName()));
    TextTable table = new TextTable("r".repeat(heads.size()), heads);
    Map<Place, Map<EventKind, Long>> places = new LinkedHashMap<>(depths().byPlace());
    LeftOut rest = new LeftOut(style.detail().least(), 0);
    rest.choose(
        List.copyOf(places.keySet()),
        sum(depths().all()),
        place -> sum(places.get(place)),
        place -> rest.weigh(sum(places.remove(place))));
    places.forEach((place, counts) -> table.row(Tone.PLAIN, row(place, counts, kinds)));
    table.write(report);
    rest.write(report, "depth", Phrases.count(rest.weight(), "event"));
  }

  private static long sum(Map<EventKind, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String[] row(Place place, Map<EventKind, Long> counts, List<EventKind> kinds) {
    boolean other = place.compareTo(Place.OTHER) == 0;
    Stream<String> where =
        other
            ? Stream.of("(other)", "")
            : Stream.of(Integer.toString(place.depth()), Integer.toString(place.level()));
    Stream<String> numbers =
        kinds.stream().map(kind -> Long.toString(counts.getOrDefault(kind, 0L)));
    return Stream.concat(where, numbers).toArray(String[]::new);
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described("summary", "totals by function and by depth", "txt");
    }

    @Override
    public Set<Need> needs() {
      return Set.of(Need.CALLS);
    }

    @Override
    public Set<Choice> choices() {
      return Set.of(Choice.AMOUNT, Choice.MERGING);
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new SummaryReport(target.text(), target.style());
    }
  }
}
