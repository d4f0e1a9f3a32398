package dev.leadline.report.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads SQLite databases with the sqlite3 of this machine's Python, for tests. */
public final class Databases {

  private static final String DUMP =
      "import sqlite3, sys; print('\\n'.join(sqlite3.connect(sys.argv[1]).iterdump()))";

  private Databases() {}

  /** The statements that make the database again. */
  public static String statements(byte[] database) throws IOException {
    Path file = Files.createTempFile("leadline", ".sqlite");
    try {
      Files.write(file, database);
      Process python =
          new ProcessBuilder("python3", "-c", DUMP, file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (InputStream out = python.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
