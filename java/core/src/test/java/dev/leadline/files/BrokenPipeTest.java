package dev.leadline.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BrokenPipeTest {

  @Test
  void itIsSeenThroughWhatALibraryMakesOfIt() {
    IOException pipe = new IOException("Broken pipe");

    assertThat(BrokenPipe.is(pipe)).isTrue();
    assertThat(BrokenPipe.is(new IOException("cannot write the page", pipe))).isTrue();
    assertThat(BrokenPipe.is(new IOException("x", new RuntimeException("y", pipe)))).isTrue();
    assertThat(BrokenPipe.is(new IOException("No space left on device"))).isFalse();
    assertThat(BrokenPipe.is(new IOException())).isFalse();
  }
}
