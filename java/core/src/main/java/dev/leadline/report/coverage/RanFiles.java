package dev.leadline.report.coverage;

import dev.leadline.source.SourceAccess;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** The arcs of the files of which something ran, in the order of their paths. */
final class RanFiles {

  private static final int MOST = 20_000;

  /**
   * A file as one interpreter ran it.
   *
   * @param path absolute, without {@code .} and {@code ..}
   * @param interpreter {@code CPython 3.12.1}
   */
  record RanFile(String path, String interpreter) {}

  private final SortedMap<RanFile, ArcTable> files =
      new TreeMap<>(Comparator.comparing(RanFile::path).thenComparing(RanFile::interpreter));

  /**
   * The arcs of a file, empty at first.
   *
   * @throws IOException if there are more files than memory is meant for
   */
  ArcTable of(RanFile file) throws IOException {
    ArcTable known = files.get(file);
    if (known == null) {
      if (files.size() == MOST) {
        throw new IOException("more than " + MOST + " files ran; choose some with --include");
      }
      known = new ArcTable();
      files.put(file, known);
    }
    return known;
  }

  /**
   * Those that are source files: code may name any text as its file. A trace from elsewhere names
   * files of another machine.
   *
   * @param stored what the trace holds
   */
  SortedMap<RanFile, ArcTable> sources(SourceAccess access, StoredSources stored) {
    SortedMap<RanFile, ArcTable> sources = new TreeMap<>(files);
    sources.entrySet().removeIf(one -> !isSource(one.getKey().path(), access, stored));
    return sources;
  }

  /** The same by path alone: what any interpreter ran. */
  SortedMap<String, ArcTable> ofAllInterpreters(SourceAccess access, StoredSources stored) {
    SortedMap<String, ArcTable> merged = new TreeMap<>();
    sources(access, stored)
        .forEach(
            (file, arcs) ->
                arcs.forEach(merged.computeIfAbsent(file.path(), path -> new ArcTable())::add));
    return merged;
  }

  private static boolean isSource(String path, SourceAccess access, StoredSources stored) {
    boolean named = path.endsWith(".py") || path.endsWith(".pyw");
    return access == SourceAccess.STORED && named
        || stored.holds(path)
        || Files.isRegularFile(Path.of(path));
  }
}
