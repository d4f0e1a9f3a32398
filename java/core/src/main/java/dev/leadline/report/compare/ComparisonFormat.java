package dev.leadline.report.compare;

import dev.leadline.report.format.Format;
import dev.leadline.versions.VersionComparison;
import java.io.IOException;
import java.io.Writer;

/** One form of a comparison: of two executions, or of a program on several interpreters. */
public interface ComparisonFormat extends Format.WithDescription {

  /** Writes what two executions differ in. */
  void write(ComparedTraces traces, ComparisonStyle style, Writer out) throws IOException;

  /** Writes what a program does differently on several interpreters. */
  void write(VersionComparison versions, VersionsStyle style, Writer out) throws IOException;
}
