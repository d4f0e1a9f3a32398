package dev.leadline.report.html;

import dev.leadline.event.Ending;
import dev.leadline.event.ExecutableFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of the files of a page could have run.
 *
 * @param files by their whole names; those of which it is known
 * @param unknown why it is known of none; empty where it is known
 */
record NotRun(Map<String, ExecutableFile> files, String unknown) {

  /**
   * What can run, where what did is known without doubt: an interpreter is started only for that.
   *
   * @param gaps whether there are stretches of time without events
   */
  static NotRun of(PageFiles files, List<PageSource> shown, Ending ending, boolean gaps) {
    Optional<String> uncertainty = files.uncertainty(ending, gaps);
    if (uncertainty.isPresent()) {
      return new NotRun(Map.of(), uncertainty.get());
    }
    try {
      return new NotRun(files.executable(shown.stream().map(PageSource::name).toList()), "");
    } catch (IOException e) {
      return new NotRun(Map.of(), "no interpreter could be asked which lines can run");
    }
  }

  Optional<ExecutableFile> executable(PageSource source) {
    return Optional.ofNullable(files.get(source.name()));
  }
}
