package dev.leadline.report.coverage;

import dev.leadline.json.JsonText;
import dev.leadline.launch.facts.CoverageDataScript;
import dev.leadline.report.coverage.RanFiles.RanFile;
import dev.leadline.report.format.ReportTarget;
import java.io.IOException;
import java.io.Writer;
import java.util.SortedMap;

/** The data file of coverage.py, with branches, and with the interpreter as context. */
public final class CoverageDataFormat extends CoverageFormat {

  /** The extension is a whole name, as the default one of coverage.py is. */
  @Override
  public Described described() {
    return new Described(
        "coverage",
        "data file of coverage.py, with branches: for coverage report, html, xml, combine",
        "coverage");
  }

  @Override
  void write(Collected collected, ReportTarget target) throws IOException {
    SortedMap<RanFile, ArcTable> sources =
        collected.ran().sources(target.sources(), collected.stored());
    new CoverageDataScript(target.python().of(collected.header()).interpreter())
        .write(writer -> write(sources, writer), target.bytes());
    target.bytes().flush();
  }

  static void write(SortedMap<RanFile, ArcTable> files, Writer writer) throws IOException {
    for (var file : files.entrySet()) {
      StringBuilder line = new StringBuilder("[");
      JsonText.ascii(file.getKey().interpreter(), line);
      JsonText.ascii(file.getKey().path(), line.append(','));
      file.getValue().forEach((from, to, count) -> line.append("," + from + "," + to));
      writer.append(line.append("]\n"));
    }
  }
}
