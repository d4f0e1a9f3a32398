package dev.leadline.report.coverage;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.Header;
import dev.leadline.report.format.ExecutableLines;
import dev.leadline.report.format.ReportTarget;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A format that says what of each file did not run, too. */
abstract class StatementFormat extends CoverageFormat {

  /**
   * The files of which something ran, and that can be read and compiled, in the order of their
   * paths.
   */
  record Covered(List<FileCoverage> files, Header header) {}

  /** Writes the report; what it is given need not be flushed. */
  abstract void write(Covered covered, Writer out) throws IOException;

  @Override
  final void write(Collected collected, ReportTarget target) throws IOException {
    Header header = collected.header();
    SortedMap<String, ArcTable> ran =
        collected.ran().ofAllInterpreters(target.sources(), collected.stored());
    ExecutableLines lines =
        new ExecutableLines(collected.stored(), target.sources().of(header, collected.stored()));
    List<String> known = ran.keySet().stream().filter(lines::mayKnow).toList();
    if (known.isEmpty() && !ran.isEmpty()) {
      throw new IOException(
          "--format "
              + name()
              + " says what did not run, too, but no source file of the trace can be read here ("
              + ran.firstKey()
              + ")");
    }
    Map<String, ExecutableFile> executable = lines.of(known, target.python(), header);
    List<FileCoverage> covered =
        known.stream()
            .filter(executable::containsKey)
            .map(path -> FileCoverage.of(path, executable.get(path), ran.get(path)))
            .toList();
    write(new Covered(covered, header), target.text());
  }
}
