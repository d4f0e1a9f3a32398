package dev.leadline.check.golden;

import dev.leadline.check.golden.GoldenLines.VersionedLine;
import dev.leadline.files.ForeignLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A golden trace as it is stored, for several versions of Python at once:
 *
 * <pre>
 * leadline golden trace 1
 * python: 3.8 3.13 3.14
 * main
 *   read
 * [3.8 3.13]
 *     checked
 * [3.14]
 *     checked x2
 * []
 *   write
 * </pre>
 *
 * <p>A line in brackets, at the very left, begins a block of lines that only these versions have,
 * and ends the one before; {@code []} goes on with those of all. No line of a trace begins with a
 * bracket. The file is UTF-8, its lines end with a line feed.
 */
public final class GoldenFile {

  private final SortedSet<MinorVersion> versions;
  private final List<VersionedLine> merged;

  /** A file of these versions, whose lines are of no others. */
  GoldenFile(SortedSet<MinorVersion> versions, List<VersionedLine> merged) {
    this.versions = new TreeSet<>(versions);
    this.merged = List.copyOf(merged);
  }

  /**
   * Reads a file; its lines may end as on Windows.
   *
   * @throws java.nio.file.NoSuchFileException if the file does not exist
   * @throws GoldenFormatException if it is no golden trace
   */
  static GoldenFile read(Path file) throws IOException {
    return GoldenReader.read(file);
  }

  /**
   * Why a file can be no golden trace, as its size alone says; empty if it may be one, or does not
   * exist. What it says is read in full when it is needed.
   */
  public static Optional<String> refusal(Path file) {
    return GoldenReader.refusal(file);
  }

  /**
   * The file for the lines of some versions: always the same one for the same lines.
   *
   * @param lines of each version, without line ends
   * @throws IllegalArgumentException if there is no version, or a line that no trace has
   */
  static GoldenFile of(Map<MinorVersion, List<String>> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a golden trace is of one version at least");
    }
    lines.values().stream().flatMap(List::stream).forEach(GoldenFile::check);
    SortedMap<MinorVersion, List<String>> sorted = new TreeMap<>(lines);
    return new GoldenFile(new TreeSet<>(sorted.keySet()), MergedLines.of(sorted));
  }

  /** The versions that it was written on. */
  SortedSet<MinorVersion> versions() {
    return new TreeSet<>(versions);
  }

  /** The lines of a version; none for one that it was not written on. */
  List<String> lines(MinorVersion version) {
    return linesOf(version).stream().map(VersionedLine::text).toList();
  }

  /** The same with the lines of some versions, new or in place of those that they had. */
  GoldenFile with(Map<MinorVersion, List<String>> lines) {
    Map<MinorVersion, List<String>> all = new TreeMap<>();
    versions.forEach(version -> all.put(version, lines(version)));
    all.putAll(lines);
    return of(all);
  }

  /**
   * Writes it in one step, so that no reader sees half of it; a file that is there keeps its mode.
   *
   * @return whether anything was written; nothing is where the file says the same already
   */
  boolean write(Path file) throws IOException {
    try {
      return new GoldenWriter(file).write(text());
    } catch (IOException e) {
      throw FileNames.cannot("write", file, e);
    }
  }

  /** The versions to hold another version against, the best one first. */
  List<MinorVersion> nearest(MinorVersion version) {
    if (versions.contains(version)) {
      return List.of(version);
    }
    List<MinorVersion> nearest = new ArrayList<>();
    SortedSet<MinorVersion> older = versions.headSet(version);
    SortedSet<MinorVersion> younger = versions.tailSet(version);
    if (!older.isEmpty()) {
      nearest.add(older.last());
    }
    if (!younger.isEmpty()) {
      nearest.add(younger.first());
    }
    return nearest;
  }

  /** The lines of a version, with where they stand in the file. */
  List<VersionedLine> linesOf(MinorVersion version) {
    return merged.stream().filter(line -> line.versions().contains(version)).toList();
  }

  private String text() {
    List<String> text = new ArrayList<>();
    text.add(GoldenLines.TITLE + GoldenLines.FORMAT);
    text.add(GoldenLines.python(versions));
    Collection<MinorVersion> open = versions;
    for (VersionedLine line : merged) {
      if (!line.versions().equals(open)) {
        boolean all = line.versions().equals(versions);
        text.add(all ? GoldenLines.ALL : GoldenLines.block(line.versions()));
        open = line.versions();
      }
      text.add(line.text());
    }
    if (!open.equals(versions)) {
      text.add(GoldenLines.ALL);
    }
    return String.join("\n", text) + "\n";
  }

  private static void check(String line) {
    GoldenLines.checkTrace(line);
    if (GoldenLines.isBlock(line)) {
      throw new IllegalArgumentException("a line begins with a bracket: " + line);
    }
  }

  /** Writes a text in place of a file's. */
  private static final class GoldenWriter {

    private final Path file;

    /** For a file, or what a link leads to. */
    GoldenWriter(Path file) throws IOException {
      ForeignLinks.refuse(file);
      this.file = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    boolean write(String text) throws IOException {
      boolean there = Files.exists(file);
      if (there && saysTheSame(text)) {
        return false;
      }
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        // not by createTempFile, whose files other users may not read
        Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
        if (there) {
          keepMode(beside);
        }
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      return true;
    }

    private boolean saysTheSame(String text) throws IOException {
      // what is no UTF-8 differs, too
      String old = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return old.replace("\r\n", "\n").equals(text);
    }

    private void keepMode(Path beside) throws IOException {
      PosixFileAttributeView mode = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (mode != null) {
        Files.setPosixFilePermissions(beside, mode.readAttributes().permissions());
      }
    }
  }
}
