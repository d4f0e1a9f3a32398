package dev.leadline.causes;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.SourceFactsScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Facts by an interpreter's own parser, each file asked for once. For several threads. */
public final class ScriptFacts implements FactsSource {

  private static final int FILES = 200;

  private final SourceFactsScript script;
  private final Map<Path, Optional<SourceFacts>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<SourceFacts>> eldest) {
          return size() > FILES;
        }
      };

  /** Facts as this interpreter reads them, the newest one at hand for the best. */
  public ScriptFacts(Interpreter python) {
    this.script = new SourceFactsScript(python);
  }

  @Override
  public synchronized Optional<SourceFacts> of(Path file) {
    return known.computeIfAbsent(file, this::ask);
  }

  private Optional<SourceFacts> ask(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return SourceFacts.read(script.ask(file));
    } catch (IOException e) {
      // without facts a difference is said to be unexplained, which is true then
      return Optional.empty();
    }
  }
}
