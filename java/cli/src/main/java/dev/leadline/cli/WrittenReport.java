package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.report.ReportFormat;
import dev.leadline.report.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TimelyFlush;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A report, in a file or on one of our streams. */
final class WrittenReport implements Destination {

  private final Writer writer;
  private final boolean ours;
  private final EventSink sink;
  private final TimelyFlush flushing;
  private boolean closed;

  private WrittenReport(OutputStream out, boolean ours, ReportFormat format, ReportStyle style) {
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.ours = ours;
    this.sink = format.open(writer, style, SourceAccess.RUN);
    this.flushing = new TimelyFlush(writer);
  }

  static WrittenReport to(Path file, ReportFormat format) throws IOException {
    return new WrittenReport(NamedOutput.create(file), true, format, ReportStyle.PLAIN);
  }

  static WrittenReport to(OutputStream stream, ReportFormat format, ReportStyle style) {
    return new WrittenReport(stream, false, format, style);
  }

  @Override
  public EventSink sink() {
    return sink;
  }

  @Override
  public StreamListener store() {
    return new StreamListener() {};
  }

  @Override
  public void finish(Exit exit) throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    flushing.close();
    writer.flush();
    if (ours) {
      writer.close();
    }
  }
}
