package dev.leadline.launch.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergedInputTest {

  /**
   * A thread for each task: a pool of few threads would have no place for one that is waited for.
   */
  private static final Executor THREADS = task -> new Thread(task).start();

  private final MergedInput merged = new MergedInput();

  private void put(int process, String lines) throws IOException {
    merged.put(process, lines.getBytes(UTF_8));
  }

  private String everything() throws IOException {
    return new String(merged.readAllBytes(), UTF_8);
  }

  private static String process(int number) {
    return "{\"record\":\"process\",\"process\":" + number + "}\n";
  }

  @Test
  void namesTheProcessWhereItChangesAndOnlyThere() throws IOException {
    put(0, "a\n");
    put(0, "b\n");
    put(2, "c\n");
    put(2, "d\ne\n");
    put(0, "f\n");
    merged.end();

    assertThat(everything()).isEqualTo("a\nb\n" + process(2) + "c\nd\ne\n" + process(0) + "f\n");
  }

  @Test
  void linesThatAreNoneChangeNothing() throws IOException {
    put(0, "a\n");
    put(1, "");
    put(0, "b\n");
    merged.end();

    assertThat(everything()).isEqualTo("a\nb\n");
  }

  @Test
  void comesInPiecesOfAnySize() throws IOException {
    put(0, "first\n");
    put(1, "second\n");
    merged.end();
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[9];

    assertThat(merged.read(buffer, 3, 0)).isZero();
    all.append((char) merged.read());
    for (int count = merged.read(buffer, 3, 4); count >= 0; count = merged.read(buffer, 3, 4)) {
      all.append(new String(buffer, 3, count, UTF_8));
    }

    assertThat(all).hasToString("first\n" + process(1) + "second\n");
  }

  @Test
  void theEndStaysTheEnd() throws IOException {
    merged.end();

    assertThat(merged.read()).isEqualTo(-1);
    assertThat(merged.read()).isEqualTo(-1);
  }

  @Test
  void aFailureIsRaisedAndStaysAFailure() throws IOException {
    put(0, "a\n");
    merged.fail(new IOException("a fault"));

    assertThatIOException().isThrownBy(merged::read).withMessage("a fault");
  }

  @Test
  void aFailureFreesAReaderThatWaits() {
    CompletableFuture<Throwable> raised =
        CompletableFuture.supplyAsync(this::read, THREADS)
            .handle((nothing, problem) -> problem.getCause());

    merged.fail(new IOException("a fault"));

    assertThat(raised.join()).hasRootCauseMessage("a fault");
  }

  private int read() {
    try {
      return merged.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aWriterWaitsForASlowReaderAndNothingIsLost() throws Exception {
    AtomicInteger written = new AtomicInteger();
    CountDownLatch many = new CountDownLatch(50);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> write(0, 1000, written, many), THREADS);

    many.await();
    assertThat(written.get()).as("before anything was read").isLessThan(100);
    assertThat(writer).isNotDone();
    CompletableFuture<String> all = CompletableFuture.supplyAsync(this::all, THREADS);
    writer.join();
    merged.end();

    assertThat(all.join()).isEqualTo(numbered(0, 1000));
  }

  @Test
  void linesOfSeveralWritersKeepTheirOrderAndAreNeverTorn() throws IOException {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int process = 0; process < 3; process++) {
      int own = process;
      writers.add(
          CompletableFuture.runAsync(
              () -> write(own, 500, new AtomicInteger(), new CountDownLatch(0)), THREADS));
    }
    CompletableFuture<String> all = CompletableFuture.supplyAsync(this::all, THREADS);
    writers.forEach(CompletableFuture::join);
    merged.end();

    List<StringBuilder> of = IntStream.range(0, 3).mapToObj(n -> new StringBuilder()).toList();
    int process = 0;
    for (String line : all.join().lines().toList()) {
      if (line.startsWith("{")) {
        process = Integer.parseInt(line.replaceAll("\\D", ""));
      } else {
        of.get(process).append(line).append('\n');
      }
    }
    for (int n = 0; n < 3; n++) {
      assertThat(of.get(n)).hasToString(numbered(n, 500));
    }
  }

  @Test
  void anInterruptionWhileItWaitsIsReported() {
    Thread.currentThread().interrupt();

    assertThatIOException().isThrownBy(merged::read).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void write(int process, int lines, AtomicInteger written, CountDownLatch done) {
    try {
      for (int n = 0; n < lines; n++) {
        put(process, "line " + n + " of " + process + "\n");
        written.incrementAndGet();
        done.countDown();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String numbered(int process, int lines) {
    StringBuilder all = new StringBuilder();
    for (int n = 0; n < lines; n++) {
      all.append("line ").append(n).append(" of ").append(process).append('\n');
    }
    return all.toString();
  }

  private String all() {
    try {
      return everything();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
