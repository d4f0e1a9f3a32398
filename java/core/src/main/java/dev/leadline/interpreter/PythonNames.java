package dev.leadline.interpreter;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files are interpreters by their name, and where an installation keeps its own. */
final class PythonNames {

  private static final Pattern NAME = Pattern.compile("python(3(\\.\\d+t?)?)?(\\.exe)?");

  private PythonNames() {}

  /** The interpreters right in a directory, {@code python} first. Unreadable ones have none. */
  static List<Path> in(Path directory) {
    return list(directory, entry -> NAME.matcher(entry.getFileName().toString()).matches());
  }

  /** The one interpreter of each installation whose directory lies in {@code parent}. */
  static List<Path> ofInstallationsIn(Path parent) {
    return ofInstallationsIn(parent, "");
  }

  /** The same for those whose directory is called {@code start} and anything. */
  static List<Path> ofInstallationsIn(Path parent, String start) {
    return list(parent, entry -> entry.getFileName().toString().startsWith(start)).stream()
        .flatMap(prefix -> ofInstallation(prefix).stream())
        .toList();
  }

  /** The interpreter of an installation: {@code bin/python3} or what it has of that kind. */
  static Optional<Path> ofInstallation(Path prefix) {
    Path bin = prefix.resolve("bin");
    Stream<Path> usual =
        Stream.of(bin.resolve("python3"), bin.resolve("python"), prefix.resolve("python.exe"));
    return Stream.concat(usual, in(bin).stream()).filter(Files::exists).findFirst();
  }

  private static List<Path> list(Path directory, Predicate<Path> wanted) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, wanted::test)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      // a directory that we may not read holds no interpreter for us
      return List.of();
    }
    found.sort(
        Comparator.comparing((Path path) -> path.getFileName().toString().length())
            .thenComparing(Comparator.naturalOrder()));
    return found;
  }
}
