package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.Recording;
import dev.leadline.filter.FilterSink;
import dev.leadline.report.Reports;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints how many events a second a stored trace goes into a report. Not a test: run its {@code
 * main} on one core, with {@code -Xmx64m}. Arguments: the number of events (10,000,000), the format
 * ({@code summary}).
 */
final class ReadBenchmark {

  private static final int BATCH = 400;
  private static final int ROUNDS = 3;

  private final Writer out;
  private final StringBuilder batch = new StringBuilder();
  private int inBatch;
  private long events;
  private long timeNs;

  private ReadBenchmark(Writer out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    long wanted = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    String format = args.length > 1 ? args[1] : "summary";
    Path file = Files.createTempFile("leadline-read", ".ndjson");
    try {
      long events = generate(file, wanted);
      System.out.printf("%,d events in %,d bytes%n", events, Files.size(file));
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        report(file, format);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%.2f s, %,.0f events/s%n", seconds, events / seconds);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void report(Path file, String format) throws IOException {
    TraceReader reader =
        new TraceReader(
            new FilterSink(
                Recording.USUAL,
                Reports.open(format, OutputStream.nullOutputStream(), ReportStyle.PLAIN)),
            StreamListener.NONE);
    try (InputStream in = TraceInput.open(file)) {
      reader.read(in);
    }
    Ending ending = reader.finish();
    if (ending.outcome() != Ending.Outcome.COMPLETED || ending.malformedLines() > 0) {
      throw new IllegalStateException("the trace was not read: " + ending);
    }
  }

  /** The workload of calls.py: a recursive function, and many small methods. */
  private static long generate(Path file, long wanted) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(Traces.HEADER);
      out.write(Traces.THREAD);
      String[] functions = {"<module>", "fib", "Acc.add", "Acc.get", "step", "main"};
      for (int i = 0; i < functions.length; i++) {
        out.write(Traces.code(i, functions[i], 5 * i + 1, i == 0));
      }
      out.write(Traces.base(0, 0, 3));
      ReadBenchmark trace = new ReadBenchmark(out);
      trace.add("[\"call\",0,100,1,3,0]");
      trace.call(5);
      while (trace.events < wanted) {
        trace.fib(11);
        for (int i = 0; i < 100; i++) {
          trace.step();
        }
      }
      trace.leave(30);
      trace.leave(35);
      trace.flush();
      out.write(Traces.END);
      return trace.events;
    }
  }

  private void fib(int n) throws IOException {
    call(1);
    add("6");
    if (n < 2) {
      add("7");
      leave(7);
      return;
    }
    add("8");
    fib(n - 1);
    fib(n - 2);
    leave(8);
  }

  private void step() throws IOException {
    add("29");
    call(4);
    add("21");
    method(2, 11);
    add("22");
    method(2, 11);
    add("23");
    method(3, 16);
    leave(23);
  }

  private void method(int code, int line) throws IOException {
    call(code);
    add(Integer.toString(line));
    leave(line);
  }

  private void call(int code) throws IOException {
    add("[\"call\"," + code + "," + passed() + "]");
  }

  private void leave(int line) throws IOException {
    add("[\"return\"," + line + "," + passed() + "]");
  }

  private long passed() {
    return 300 + events % 900;
  }

  private void add(String event) throws IOException {
    batch.append(inBatch == 0 ? "" : ",").append(event);
    inBatch++;
    events++;
    if (inBatch == BATCH) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write("{\"record\":\"events\",\"thread\":0,\"time_ns\":" + timeNs + ",\"events\":[");
    out.append(batch).write("]}\n");
    batch.setLength(0);
    inBatch = 0;
    timeNs += 200_000;
  }
}
