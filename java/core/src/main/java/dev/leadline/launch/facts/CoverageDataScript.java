package dev.leadline.launch.facts;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.files.PrivateDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Has an interpreter write a data file of coverage.py, which is an SQLite database. */
public final class CoverageDataScript {

  private static final int PATIENCE_SECONDS = 600;

  /** The exit status of the script where the interpreter has no sqlite3. */
  private static final int NO_SQLITE = 3;

  private final Interpreter python;

  /** One that this interpreter runs. */
  public CoverageDataScript(Interpreter python) {
    this.python = python;
  }

  /** What the file is made of, as python-agent/facts/coverage_data.py says. */
  public interface Input {
    void write(Writer writer) throws IOException;
  }

  /**
   * Writes the data file.
   *
   * @throws IOException if the interpreter could not make it: it has no sqlite3, or no room
   */
  public void write(Input input, OutputStream out) throws IOException {
    try (PrivateDirectory directory = PrivateDirectory.ofThisJvm()) {
      Path arcs = directory.path().resolve("arcs");
      Path data = directory.path().resolve("data");
      try (Writer writer = Files.newBufferedWriter(arcs)) {
        input.write(writer);
      }
      FactsScript script = new FactsScript(python, List.of(), "coverage_data.py", PATIENCE_SECONDS);
      int status = script.run(List.of(arcs.toString(), data.toString()));
      if (status == NO_SQLITE) {
        throw new IOException(
            python.executable() + " has no sqlite3, with which coverage files are written");
      }
      if (status != 0) {
        throw new IOException(
            python.executable() + " could not write the coverage file: status " + status);
      }
      Files.copy(data, out);
    }
  }
}
