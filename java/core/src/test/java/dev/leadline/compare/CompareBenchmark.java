package dev.leadline.compare;

import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.Traces;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints how long two long traces with one divergence deep inside take to be compared. Not a test:
 * run its {@code main} on one core, with {@code -Xmx256m}. Arguments: events a side (5,000,000);
 * how many of the calls take another line on the right: {@code one} (the default), or {@code all}.
 */
final class CompareBenchmark {

  private static final int BATCH = 400;

  private final Writer out;
  private final StringBuilder batch = new StringBuilder();
  private final boolean right;
  private final boolean all;
  private int inBatch;
  private long events;
  private long random = 42;

  private CompareBenchmark(Writer out, boolean right, boolean all) {
    this.out = out;
    this.right = right;
    this.all = all;
  }

  public static void main(String[] args) throws IOException {
    long wanted = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000;
    boolean all = args.length > 1 && args[1].equals("all");
    Path one = Files.createTempFile("leadline-left", ".ndjson");
    Path other = Files.createTempFile("leadline-right", ".ndjson");
    try {
      generate(one, wanted, false, all);
      generate(other, wanted, true, all);
      long start = System.nanoTime();
      try (Execution left = read(one);
          Execution right = read(other)) {
        System.out.printf(
            "read %,d and %,d calls: %.2f s%n",
            left.facts().activations(), right.facts().activations(), since(start));
        long compared = System.nanoTime();
        Comparison comparison = new Comparer(new PlainCauses()).compare(left, right);
        System.out.printf("compared: %.3f s%n", since(compared));
        comparison
            .groups()
            .forEach(
                group ->
                    System.out.println(
                        group.kind() + " " + group.function().qualname() + " x" + group.count()));
      }
    } finally {
      Files.delete(one);
      Files.delete(other);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Execution read(Path trace) throws IOException {
    try (ExecutionWriter writer = ExecutionWriter.create();
        InputStream in = TraceInput.open(trace)) {
      TraceReader reader = new TraceReader(writer, StreamListener.NONE);
      reader.read(in);
      reader.finish();
      return writer.execution();
    }
  }

  private static void generate(Path file, long wanted, boolean right, boolean all)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(Traces.HEADER);
      out.write(Traces.THREAD);
      String[] functions = {"<module>", "main", "order", "item", "price", "log"};
      for (int i = 0; i < functions.length; i++) {
        out.write(Traces.code(i, functions[i], 100 * i + 1, i == 0));
      }
      CompareBenchmark trace = new CompareBenchmark(out, right, all);
      trace.add("[\"call\",0,1,1,3,0]");
      trace.add("[\"call\",1,1]");
      boolean parted = false;
      while (trace.events < wanted) {
        boolean part = right && (all || !parted && trace.events > 2 * wanted / 3);
        parted |= part;
        trace.order(part);
      }
      trace.add("[\"return\",109,1]");
      trace.add("[\"return\",9,1]");
      trace.flush();
      out.write(Traces.END);
    }
  }

  /** Orders differ among each other, so that what one of them does says little about the next. */
  private void order(boolean part) throws IOException {
    add("102");
    call(2);
    int items = 1 + next(9);
    for (int i = 0; i < items; i++) {
      add("202");
      call(3);
      add("302");
      for (int j = next(4); j > 0; j--) {
        call(4);
        add("40" + (2 + next(3)));
        leave(405);
      }
      if (part && i == 0) {
        add("303");
        call(5);
        leave(502);
      }
      leave(309);
    }
    leave(209);
  }

  private int next(int bound) {
    random = random * 6364136223846793005L + 1442695040888963407L;
    return (int) ((random >>> 33) % bound);
  }

  private void call(int code) throws IOException {
    add("[\"call\"," + code + ",1]");
  }

  private void leave(int line) throws IOException {
    add("[\"return\"," + line + ",1]");
  }

  private void add(String event) throws IOException {
    batch.append(inBatch == 0 ? "" : ",").append(event);
    events++;
    if (++inBatch == BATCH) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write("{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[");
    out.append(batch).write("]}\n");
    batch.setLength(0);
    inBatch = 0;
  }
}
