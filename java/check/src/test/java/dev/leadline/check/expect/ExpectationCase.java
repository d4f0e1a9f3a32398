package dev.leadline.check.expect;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with programs that run, each in a directory of its own. */
public abstract class ExpectationCase {

  @TempDir protected Path directory;
  public Exposed exposed;

  @BeforeEach
  void begin() {
    exposed = new Exposed(directory);
  }

  @AfterEach
  void end() throws IOException {
    exposed.close();
  }
}
