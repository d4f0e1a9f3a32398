package dev.leadline.cli.output;

import dev.leadline.event.Code;
import dev.leadline.event.ExecutableFile;
import dev.leadline.event.Header;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceRecord.Executable;
import dev.leadline.event.TraceRecord.SourceText;
import dev.leadline.launch.facts.ExecutableLinesScript;
import dev.leadline.launch.facts.ExecutableLinesScript.Content;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportPython;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.SourceFile;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.write.TraceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores a trace with the source of the user's files of which something runs, each as it is when
 * the trace first names it; at the end, with the statements that the interpreter can run of them,
 * if the trace holds all that ran.
 */
final class SourceStore implements StreamListener {

  private static final int LONGEST = 512 << 10;
  private static final int ALL = 8 << 20;
  private static final int FILES = 20_000;

  /** Characters of the files that the interpreter is asked about, which takes some 2 s each MB. */
  private static final int ASKED = 2 << 20;

  private final TraceFile file;
  private final ReportPython python;
  private final boolean withSource;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, SourceFile> asked = new LinkedHashMap<>();
  private int characters;
  private int askedCharacters;

  SourceStore(TraceFile file, ReportPython python, boolean withSource) {
    this.file = file;
    this.python = python;
    this.withSource = withSource;
  }

  @Override
  public boolean keeps() {
    return file.keeps();
  }

  @Override
  public void begins(ProcessFacts facts) throws IOException {
    file.begins(facts);
  }

  @Override
  public void line(byte[] buffer, int from, int to) {
    file.line(buffer, from, to);
  }

  @Override
  public void channels(Channels channels) {
    file.channels(channels);
  }

  @Override
  public void code(Header process, Code code) {
    boolean statesWhatRan = Need.LINES.isIn(process) && Need.MODULE_LEVEL.isIn(process);
    if (code.scope() != Scope.USER || !withSource && !statesWhatRan) {
      return;
    }
    String name = process.absolute(code.file());
    if (seen.size() < FILES && seen.add(name)) {
      Optional<String> text =
          SourceAccess.STORED.of(process).find(code.file()).flatMap(SourceStore::text);
      text.ifPresent(known -> take(new SourceText(name, known), statesWhatRan));
    }
  }

  private static Optional<String> text(SourceFile source) {
    try {
      return Optional.of(source.readText()).filter(text -> text.length() <= LONGEST);
    } catch (IOException e) {
      return Optional.empty(); // a trace is good without its sources
    }
  }

  private void take(SourceText source, boolean statesWhatRan) {
    int length = source.text().length();
    if (withSource && characters + length <= ALL) {
      characters += length;
      file.source(source);
    }
    if (statesWhatRan && askedCharacters + length <= ASKED) {
      askedCharacters += length;
      asked.put(source.file(), new SourceFile(source.file(), Optional.of(source.text())));
    }
  }

  /** Stores what can run; the program is over. */
  void finish() {
    if (asked.isEmpty()) {
      return;
    }
    List<String> names = List.copyOf(asked.keySet());
    try {
      List<Optional<ExecutableFile>> lines = executable();
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        lines.get(i).ifPresent(one -> file.executable(new Executable(name, one)));
      }
    } catch (IOException e) {
      // a report asks an interpreter where a trace does not state it
    }
  }

  private List<Optional<ExecutableFile>> executable() throws IOException {
    List<Content> contents = new ArrayList<>();
    asked.values().forEach(source -> contents.add(source::read));
    return new ExecutableLinesScript(python.interpreter(), python.options())
        .askWithBranches(contents);
  }
}
