package dev.leadline.source;

import dev.leadline.event.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a trace is trusted to name as its source. */
public enum SourceAccess {

  /** A run that this process started: its files are those that the interpreter itself has read. */
  RUN,

  /**
   * A trace from a file, which may come from anywhere and claim anything. Its source is under the
   * working directory or the roots that its header names, where these are no whole file system, and
   * looks like Python by itself.
   */
  STORED;

  /** The source files of a process with that header, as they are now. */
  public Sources of(Header header) {
    return of(header, new StoredSources());
  }

  /** The same, those that its trace holds as they were when they ran. */
  public Sources of(Header header, StoredSources stored) {
    List<String> roots =
        Stream.concat(Stream.of(header.cwd()), header.recording().roots().stream()).toList();
    Path directory = Sources.path(header.cwd()).orElse(Path.of(""));
    Sources files = this == RUN ? Sources.anywhere(directory) : Sources.under(roots, directory);
    return files.behind(stored, header);
  }
}
