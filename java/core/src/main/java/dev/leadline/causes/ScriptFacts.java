package dev.leadline.causes;

import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.facts.SourceFactsScript;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.SourceFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Facts by an interpreter's own parser, each file asked for once. For several threads. */
public final class ScriptFacts implements FactsSource {

  private static final int FILES = 200;

  private final SourceAccess access;
  private final SourceFactsScript script;
  private final Map<SourceFile, Optional<SourceFacts>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceFile, Optional<SourceFacts>> eldest) {
          return size() > FILES;
        }
      };

  /**
   * Facts as this interpreter reads them, the newest that there is for the best.
   *
   * @param access what the traces may name as their source
   */
  public ScriptFacts(Interpreter python, SourceAccess access) {
    this.access = access;
    this.script = new SourceFactsScript(python);
  }

  @Override
  public synchronized Optional<SourceFacts> of(ExecutionFacts execution, String file) {
    return access
        .of(execution.header(), execution.sources())
        .find(file)
        .flatMap(source -> known.computeIfAbsent(source, this::ask));
  }

  @Override
  public synchronized void close() {
    script.close();
  }

  private Optional<SourceFacts> ask(SourceFile source) {
    try {
      return SourceFacts.read(script.ask(source.read(), source.path()));
    } catch (IOException e) {
      // without facts a difference is said to be unexplained, which is true then
      return Optional.empty();
    }
  }
}
