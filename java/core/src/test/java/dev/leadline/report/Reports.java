package dev.leadline.report;

import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.StringWriter;

/** Writes reports of traces, for tests. */
final class Reports {

  /** A run of main that calls total twice; the second time it fails. */
  static final String TRACE =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + "{\"record\":\"base\",\"thread\":0,\"code\":0,\"depth\":3}\n"
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "Order.total", 12, false)
          + Traces.events(
              "[\"call\",1,1500,3,4,1],4,[\"call\",2,1000],13,14,[\"return\",14,2500000],5,"
                  + "[\"call\",2,500],13,[\"exception\",13,\"shop.Bad\",\"no \\u001b[31mred\\n\"],"
                  + "[\"return\",13,80],[\"return\",5,20]");

  /** The end of it, with an exit record. */
  static final String END =
      """
      {"record":"end","outcome":"raised","detail":"shop.Bad: no red","time_ns":2600000,\
      "events":{"call":3,"line":5,"return":3,"exception":1,"opcode":0},"seen":{"user":2}}
      {"record":"exit","status":1,"timed_out":false,"events_lost":false}
      """;

  private Reports() {}

  static String write(String format, String trace) throws IOException {
    return write(format, trace, ReportStyle.PLAIN);
  }

  static String write(String format, String trace, ReportStyle style) throws IOException {
    StringWriter out = new StringWriter();
    Traces.read(
        trace, ReportFormats.named(format).orElseThrow().open(out, style, SourceAccess.STORED));
    return out.toString();
  }
}
