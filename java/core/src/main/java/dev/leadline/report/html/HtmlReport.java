package dev.leadline.report.html;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One self-contained page, which is written when the trace is over. */
public final class HtmlReport implements EventSink {

  private final ReportTarget target;
  private final PageContent content = new PageContent();
  private final EventSink parts;
  private final PageFiles files;
  private Header header;

  private HtmlReport(ReportTarget target) {
    this.target = target;
    this.files = new PageFiles(target);
    this.parts =
        EventSink.toEach(
            List.of(
                content.tree(),
                content.depths(),
                content.processes(),
                new StackReplay<>(new PageListener(content))));
  }

  @Override
  public void header(Header header) throws IOException {
    this.header = header;
    files.header(header);
    if (header.timesLines()) {
      content.lines().timed();
    }
    parts.header(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    parts.events(events);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    parts.record(record);
    files.record(record);
    if (record instanceof BaseDepth base) {
      content.lanes().of(base.thread()).base(base.depth());
    } else if (record instanceof Notice notice) {
      content.notices().add(notice);
      content.gap(notice);
    }
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  @Override
  public void end(Ending ending) throws IOException {
    parts.end(ending);
    new HtmlPage(content, header, ending, files).write(target.text());
    target.flush();
  }

  /** In the list of formats. */
  public static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described(
          "html",
          "one page for the browser: flame graph, tree, functions, source, depth over time",
          "html");
    }

    @Override
    public Set<Need> needs() {
      return Set.of(Need.CALLS);
    }

    @Override
    public boolean isForTerminals() {
      return false;
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new HtmlReport(target);
    }
  }
}
