package dev.leadline.report.coverage;

import dev.leadline.event.Header;
import dev.leadline.launch.facts.ExecutableFile;
import dev.leadline.launch.facts.ExecutableLinesScript;
import dev.leadline.report.format.ReportPython;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A format that says what of each file did not run, too: the interpreter reads the files. */
abstract class StatementFormat extends CoverageFormat {

  /**
   * The files of which something ran, and that can be read and compiled, in the order of their
   * paths.
   */
  record Covered(List<FileCoverage> files, Header header) {}

  /** Writes the report; what it is given need not be flushed. */
  abstract void write(Covered covered, Writer out) throws IOException;

  @Override
  final void write(RanFiles files, Header header, ReportTarget target) throws IOException {
    SortedMap<String, ArcTable> ran = files.ofAllInterpreters(target.sources());
    Sources sources = target.sources().of(header);
    List<String> readable =
        ran.keySet().stream().filter(path -> sources.find(path).isPresent()).toList();
    if (readable.isEmpty() && !ran.isEmpty()) {
      throw new IOException(
          "--format "
              + name()
              + " says what did not run, too, but no source file of the trace can be read here ("
              + ran.firstKey()
              + ")");
    }
    write(new Covered(covered(ran, readable, target.python().of(header)), header), target.text());
  }

  private static List<FileCoverage> covered(
      SortedMap<String, ArcTable> ran, List<String> readable, ReportPython python)
      throws IOException {
    ExecutableLinesScript script =
        new ExecutableLinesScript(python.interpreter(), python.options());
    List<Optional<ExecutableFile>> executable = script.askWithBranches(readable);
    List<FileCoverage> covered = new ArrayList<>();
    for (int i = 0; i < readable.size(); i++) {
      String path = readable.get(i);
      executable.get(i).ifPresent(one -> covered.add(FileCoverage.of(path, one, ran.get(path))));
    }
    return covered;
  }
}
