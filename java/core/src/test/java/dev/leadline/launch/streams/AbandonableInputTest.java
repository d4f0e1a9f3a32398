package dev.leadline.launch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonableInputTest {

  /** A stream whose bytes come when the test says so. */
  private static final class Held extends InputStream {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      waiting.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return 'x';
    }
  }

  @Test
  void handsOutWhatComes() throws IOException {
    AbandonableInput input = new AbandonableInput(() -> new ByteArrayInputStream(new byte[100]));

    assertThat(input.read()).isZero();
    assertThat(input.readAllBytes()).hasSize(99);
    assertThat(input.reads()).isPositive();
  }

  @Test
  void cannotBeAbandonedWhileNoReaderWaits() {
    AbandonableInput input = new AbandonableInput(InputStream::nullInputStream);

    assertThat(input.abandonIfWaiting()).isFalse();
  }

  @Test
  void endsForItsReaderOnceAbandonedAndKeepsWhatComesLaterToItself() throws Exception {
    Held held = new Held();
    AbandonableInput input = new AbandonableInput(() -> held);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> read = executor.submit(() -> input.read());
      held.waiting.await();

      assertThat(input.abandonIfWaiting()).isTrue();
      held.released.countDown();

      assertThat(read.get()).isEqualTo(-1);
      assertThat(input.read()).isEqualTo(-1);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void isNotAbandonedByAReaderThatWasNotWokenYet() throws Exception {
    Held held = new Held();
    AbandonableInput input =
        new AbandonableInput(
            new AbandonableInput.Opener() {
              @Override
              public InputStream open() {
                return held;
              }

              @Override
              public boolean holdsBytes(InputStream opened) {
                return held.released.getCount() > 0;
              }
            });
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> read = executor.submit(() -> input.read());
      held.waiting.await();

      assertThat(input.abandonIfWaiting()).isFalse();
      held.released.countDown();

      assertThat(read.get()).isEqualTo('x');
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void hurriesAnOpeningThatHasNoReader(@TempDir Path directory) throws Exception {
    Path fifo = directory.resolve("stdout");
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    AbandonableInput input = new AbandonableInput(new AbandonableInput.Fifo(fifo.toString()));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> read = executor.submit(() -> input.read());
      while (!read.isDone()) {
        input.abandonIfWaiting();
        Thread.onSpinWait();
      }

      assertThat(read.get()).isEqualTo(-1);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void raisesWhatTheStreamRaises() {
    AbandonableInput input =
        new AbandonableInput(
            () -> {
              throw new IOException("cannot be opened");
            });

    assertThatIOException().isThrownBy(input::read).withMessage("cannot be opened");
    assertThatIOException().isThrownBy(input::read).withMessage("cannot be opened");
  }
}
