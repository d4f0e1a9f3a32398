package dev.leadline.check.file;

import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Check files of the tests. What is wrong with one stands in comments on the line that is blamed:
 * {@code # ! runs[0].levels: wants ...}. {@code HERE}, {@code RUN-KEYS} and {@code DEFAULTS-KEYS}
 * stand for the file's directory and the names of these keys.
 */
public final class Corpus {

  public static final Path DIRECTORY =
      Path.of("src", "test", "resources", "checkfile").toAbsolutePath();

  private static final String MARK = "# ! ";

  private Corpus() {}

  static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve(kind))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** {@code FILE:LINE: what is wrong}, in the order of the file. */
  static List<String> problems(Path file) throws IOException {
    List<String> problems = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split(MARK);
      for (int part = 1; part < parts.length; part++) {
        String what =
            parts[part]
                .strip()
                .replace("HERE", file.getParent().toString())
                .replace("RUN-KEYS", keys(RunKeys.RUN))
                .replace("DEFAULTS-KEYS", keys(RunKeys.DEFAULTS));
        problems.add(file.getFileName() + ":" + (i + 1) + ": " + what);
      }
    }
    return problems;
  }

  /** The names of a table's keys, as messages list them. */
  static String keys(Table table) {
    return table.keys().stream().map(Key::name).collect(Collectors.joining(", "));
  }
}
