package dev.leadline.it;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The directory that a case runs in, made anew for every run under the same name. */
final class CaseDirectory {

  private CaseDirectory() {}

  static void fill(Path directory, FidelityCase wanted, Interpreter python) throws IOException {
    clear(directory);
    Files.createDirectories(directory);
    for (SourceFile file : wanted.files()) {
      file.writeUnder(directory);
    }
    if (wanted.setting("link").isPresent()) {
      String[] link = wanted.setting("link").get().split(" -> ");
      Files.createSymbolicLink(directory.resolve(link[0]), Path.of(link[1]));
    }
    if (wanted.setting("zip").isPresent()) {
      String[] zip = wanted.setting("zip").get().split(" ");
      zip(directory.resolve(zip[0]), directory.resolve(zip[1]));
    }
    if (wanted.setting("pyc").isPresent()) {
      String[] pyc = wanted.setting("pyc").get().split(" ");
      compile(directory, python, pyc[0], pyc[1]);
    }
  }

  static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void zip(Path archive, Path source) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.list(source)) {
      for (Path file : files.sorted().toList()) {
        ZipEntry entry = new ZipEntry(file.getFileName().toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
    }
  }

  private static void compile(Path directory, Interpreter python, String to, String from) {
    String code =
        "import py_compile, sys; py_compile.compile(sys.argv[2], sys.argv[1], doraise=True)";
    List<String> command = List.of(python.executable().toString(), "-c", code, to, from);
    Outcome outcome = Run.process(directory, command);
    if (outcome.status() != 0) {
      throw new IllegalStateException("py_compile: " + outcome.errText());
    }
  }
}
