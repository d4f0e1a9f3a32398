package dev.leadline.source;

import dev.leadline.event.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The source files of one process of a trace: the only way from a name in a trace to a file that is
 * read. What the trace holds itself is as it was when it ran, so no file is read for it. Links are
 * followed before a file is judged, and nothing but a regular file is opened.
 */
public final class Sources {

  /** Bytes of a file that is read at all; hand-written ones have a tenth of it. */
  static final long LARGEST = 4 << 20;

  /** What the system makes up as it is read: some of it waits for ever, some of it is secret. */
  private static final List<Path> MADE_UP =
      List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

  private final Path directory;
  private final Optional<List<Path>> roots;
  private final Function<String, Optional<SourceFile>> stored;

  private Sources(
      Path directory, Optional<List<Path>> roots, Function<String, Optional<SourceFile>> stored) {
    this.directory = directory;
    this.roots = roots;
    this.stored = stored;
  }

  /** Files of a run of ours, whose working directory this is. */
  public static Sources anywhere(Path directory) {
    return new Sources(directory, Optional.empty(), file -> Optional.empty());
  }

  /** Files under these directories alone. */
  static Sources under(List<String> directories, Path directory) {
    List<Path> roots =
        directories.stream()
            .flatMap(name -> path(name).stream())
            .filter(Path::isAbsolute)
            .flatMap(path -> real(path).stream())
            .filter(path -> path.getNameCount() > 0)
            .distinct()
            .toList();
    return new Sources(directory, Optional.of(roots), file -> Optional.empty());
  }

  /** The same files, where a trace does not hold them itself. */
  Sources behind(StoredSources texts, Header header) {
    return new Sources(directory, roots, file -> texts.find(header.absolute(file)));
  }

  /** The source of code whose {@code co_filename} is this; empty if it has no source to show. */
  public Optional<SourceFile> find(String file) {
    return stored.apply(file).or(() -> onDisk(file));
  }

  private Optional<SourceFile> onDisk(String file) {
    return path(file)
        .flatMap(path -> real(directory.resolve(path)))
        .filter(path -> MADE_UP.stream().noneMatch(path::startsWith))
        .filter(path -> roots.isEmpty() || roots.get().stream().anyMatch(path::startsWith))
        .filter(Sources::isReadable)
        .map(SourceFile::onDisk)
        .filter(source -> roots.isEmpty() || source.looksLikePython());
  }

  /** A path where this system can have one of that name; {@code <string>} is no path on Windows. */
  static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean isReadable(Path path) {
    try {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= LARGEST;
    } catch (IOException e) {
      return false;
    }
  }
}
