package dev.leadline.checkfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Check files of the tests. What is wrong with one stands in comments on the line that is blamed:
 * {@code # ! runs[0].levels: wants ...}.
 */
final class Corpus {

  static final Path DIRECTORY = Path.of("src", "test", "resources", "checkfile").toAbsolutePath();

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
        String what = parts[part].strip().replace("HERE", file.getParent().toString());
        problems.add(file.getFileName() + ":" + (i + 1) + ": " + what);
      }
    }
    return problems;
  }
}
