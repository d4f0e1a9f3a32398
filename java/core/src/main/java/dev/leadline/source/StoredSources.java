package dev.leadline.source;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.Executable;
import dev.leadline.event.TraceRecord.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a trace holds of its source files. A reader of traces bounds how much that can be. */
public final class StoredSources {

  private final Map<String, SourceFile> texts = new HashMap<>();
  private final Map<String, ExecutableFile> executable = new HashMap<>();

  /** Takes what a record says of a source file; other records say nothing. */
  public void record(TraceRecord record) {
    if (record instanceof SourceText source) {
      texts.putIfAbsent(source.file(), new SourceFile(source.file(), Optional.of(source.text())));
    } else if (record instanceof Executable lines) {
      executable.putIfAbsent(lines.file(), lines.lines());
    }
  }

  /**
   * What can run of a file.
   *
   * @param file as {@link dev.leadline.event.Header#absolute} names it
   */
  public Optional<ExecutableFile> executable(String file) {
    return Optional.ofNullable(executable.get(file));
  }

  /** Whether the trace says anything of a file. */
  public boolean holds(String file) {
    return texts.containsKey(file) || executable.containsKey(file);
  }

  Optional<SourceFile> find(String file) {
    return Optional.ofNullable(texts.get(file));
  }
}
