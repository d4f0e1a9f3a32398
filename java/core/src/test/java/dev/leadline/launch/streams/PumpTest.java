package dev.leadline.launch.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PumpTest {

  private final AtomicInteger hungUp = new AtomicInteger();

  private Pump pump(InputStream from, OutputStream to) {
    Pump pump = new Pump(from, to, hungUp::incrementAndGet);
    pump.run();
    return pump;
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void carriesEveryByteAndClosesNothing() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    ByteArrayOutputStream to = new ByteArrayOutputStream();

    Pump pump = pump(new ByteArrayInputStream(bytes), to);

    assertThat(to.toByteArray()).isEqualTo(bytes);
    assertThat(pump.failure()).isEmpty();
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void hangsUpWhereNoReaderIsLeft() {
    Pump pump = pump(new ByteArrayInputStream(new byte[10]), failing("Broken pipe"));

    assertThat(hungUp).hasValue(1);
    assertThat(pump.failure()).isEmpty();
  }

  @Test
  void remembersWhyBytesWereLost() {
    Pump pump = pump(new ByteArrayInputStream(new byte[10]), failing("No space left on device"));

    assertThat(hungUp).hasValue(1);
    assertThat(pump.failure())
        .get()
        .hasFieldOrPropertyWithValue("message", "No space left on device");
  }
}
