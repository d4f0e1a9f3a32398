package dev.leadline.report.format;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.Header;
import dev.leadline.launch.facts.ExecutableLinesScript;
import dev.leadline.launch.facts.ExecutableLinesScript.Content;
import dev.leadline.source.SourceFile;
import dev.leadline.source.Sources;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an interpreter can run of the files of a trace: as the trace states it; an interpreter is
 * asked about the others that can be read.
 *
 * @param stored what the trace holds
 * @param sources all that can be read
 */
public record ExecutableLines(StoredSources stored, Sources sources) {

  public ExecutableLines {
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(sources, "sources");
  }

  /** Whether something may be known of a file, by its whole name. */
  public boolean mayKnow(String file) {
    return stored.executable(file).isPresent() || sources.find(file).isPresent();
  }

  /**
   * What can run of files, by their whole names; a file that cannot be read or compiled is left
   * out.
   *
   * @param header of the trace
   * @throws IOException if an interpreter is needed that is not there or does not answer
   */
  public Map<String, ExecutableFile> of(
      Collection<String> files, ReportPython.Choice python, Header header) throws IOException {
    Map<String, ExecutableFile> known = new HashMap<>();
    List<String> asked = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    for (String file : files) {
      Optional<ExecutableFile> stated = stored.executable(file);
      Optional<SourceFile> source = stated.isPresent() ? Optional.empty() : sources.find(file);
      stated.ifPresent(one -> known.put(file, one));
      if (source.isPresent()) {
        asked.add(file);
        contents.add(source.get()::read);
      }
    }
    if (!asked.isEmpty()) {
      ReportPython chosen = python.of(header);
      List<Optional<ExecutableFile>> answers =
          new ExecutableLinesScript(chosen.interpreter(), chosen.options())
              .askWithBranches(contents);
      for (int i = 0; i < asked.size(); i++) {
        String file = asked.get(i);
        answers.get(i).ifPresent(one -> known.put(file, one));
      }
    }
    return known;
  }
}
