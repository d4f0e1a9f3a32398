package dev.leadline.report;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;

import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.report.coverage.Databases;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportPython;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.profile.ProtoReader;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Traces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Writes reports of traces, for tests. */
public final class Reports {

  /** A run of main that calls total twice; the second time it fails. */
  public static final String TRACE =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "Order.total", 12, false)
          + Traces.events(
              call(1, 1500, 3, 4, 1)
                  + line(4)
                  + call(2, 1000)
                  + line(13, 14)
                  + returned(14, 2500000)
                  + line(5)
                  + call(2, 500)
                  + line(13)
                  + exception(13, "shop.Bad", "no \u001b[31mred\n")
                  + returned(13, 80)
                  + returned(5, 20));

  /** A generator, an exception, a gap, a thread, and a forked child. */
  public static final String OF_ALL_KINDS =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "Order.items", 12, false)
          + Traces.code(3, "json.dumps", 90, "stdlib", false)
          + Traces.events(
              call(0, 500, 1, 3, 0)
                  + line(1, 20)
                  + call(1, 1000)
                  + line(4)
                  + begun(2, 1000, 12, 5, 2, 0)
                  + line(13)
                  + returned(13, 1000)
                  + line(5)
                  + resumed(2, 1000, 13, 5, 2, 0)
                  + line(14)
                  + exception(14, "shop.Bad", "no red")
                  + returned(14, 2000)
                  + exception(5, "shop.Bad", "no red")
                  + line(6, 7)
                  + call(3, 1000)
                  + returned(91, 5000))
          + Traces.blind("program_tracer", 15000, 17000)
          + Traces.stack(0, "[0,3,0],[1,4,1]")
          + Traces.child(1, 4712, "fork", 4711)
          + Traces.THREAD
          + Traces.code(1, "work", 20, false)
          + Traces.events(0, 9000, call(1, 1000, 20, 9, 0) + line(21) + returned(21, 1000))
          + Traces.leaving("_exit", "3")
          + Traces.process(0)
          + Traces.thread(1, "worker")
          + Traces.events(1, 20000, call(1, 0, 3, 5, 0) + line(4) + returned(4, 2000))
          + Traces.events(0, 30000, returned(7, 0) + returned(20, 1000))
          + Traces.END
          + Traces.exit(0, false);

  /** The end of {@link #TRACE}, with an exit record. */
  public static final String END =
      """
      {"record":"end","outcome":"raised","detail":"shop.Bad: no red","time_ns":2600000,\
      "events":{"call":3,"line":5,"return":3,"exception":1,"opcode":0},"seen":{"user":2}}
      {"record":"exit","status":1,"timed_out":false,"events_lost":false}
      """;

  private Reports() {}

  /** The formats that can be written here. */
  static Stream<ReportFormat> formats() {
    return ReportFormats.REPORTS.all().filter(format -> format.missing().isEmpty());
  }

  public static String write(String format, String trace) throws IOException {
    return write(format, trace, ReportStyle.PLAIN);
  }

  public static String write(String format, String trace, ReportStyle style) throws IOException {
    return new String(bytes(format, trace, style), StandardCharsets.UTF_8);
  }

  /** The report as it would be in a file. */
  public static byte[] bytes(String format, String trace) throws IOException {
    return bytes(format, trace, ReportStyle.PLAIN);
  }

  private static byte[] bytes(String format, String trace, ReportStyle style) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Traces.read(trace, open(format, out, style));
    return out.toByteArray();
  }

  /** The report as text: what is no text itself, field by field. */
  static String readable(byte[] bytes) throws IOException {
    boolean compressed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    byte[] content =
        compressed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.startsWith("SQLite format 3")) {
      return Databases.statements(content);
    }
    return text.chars().anyMatch(c -> c < '\t') ? ProtoReader.readable(content) : text;
  }

  /** The sink of a format. */
  public static EventSink open(String format, OutputStream out, ReportStyle style)
      throws IOException {
    ReportTarget target = new ReportTarget(out, style, SourceAccess.STORED, Reports::python);
    return ReportFormats.REPORTS.named(format).orElseThrow().open(target);
  }

  /** The interpreter of this machine that has written the trace, or is like it. */
  private static ReportPython python(Header header) throws IOException {
    Surroundings surroundings =
        Surroundings.ofThisMachine(System.getenv(), Path.of("").toAbsolutePath());
    InterpreterProbe probe =
        new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, surroundings.directory());
    InterpreterFinder finder = new InterpreterFinder(surroundings, probe);
    try {
      return new ReportPython(
          new InterpreterChoice(surroundings, probe, finder)
              .mostLike(header.python().version())
              .interpreter(),
          List.of());
    } catch (NoInterpreterException e) {
      throw new IOException(e);
    }
  }
}
