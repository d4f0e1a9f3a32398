package dev.leadline.report.format;

import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where a report goes, how it may look there, and what it may read. */
public final class ReportTarget implements Flushable {

  private final OutputStream bytes;
  private final Writer text;
  private final ReportStyle style;
  private final SourceAccess sources;
  private final ReportPython.Choice python;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * A target.
   *
   * @param bytes receives the report; text in UTF-8
   * @param sources what the trace may name as its source
   * @param python the interpreter that may be asked about source files
   */
  public ReportTarget(
      OutputStream bytes, ReportStyle style, SourceAccess sources, ReportPython.Choice python) {
    this.bytes = bytes;
    this.text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.style = style;
    this.sources = sources;
    this.python = python;
  }

  /**
   * A target for a stored trace, without colours, and with no interpreter: reports that ask one
   * fail.
   */
  public static ReportTarget plain(OutputStream bytes) {
    return new ReportTarget(
        bytes,
        ReportStyle.PLAIN,
        SourceAccess.STORED,
        header -> {
          throw new IOException("the report needs a Python, and none was given");
        });
  }

  /** For a report that is bytes; not together with {@link #text}. */
  public OutputStream bytes() {
    return bytes;
  }

  /** For a report that is text, buffered. */
  public Writer text() {
    return text;
  }

  /** How text may look. */
  public ReportStyle style() {
    return style;
  }

  /** What the trace may name as its source. */
  public SourceAccess sources() {
    return sources;
  }

  /** Finds the interpreter that may be asked about source files. */
  public ReportPython.Choice python() {
    return python;
  }

  /** Keeps a sentence about what the report leaves out, for which it has no place of its own. */
  public void leaveOut(String sentence) {
    leftOut.add(sentence);
  }

  /** What the report leaves out, in sentences. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Passes on what is buffered of text and bytes. */
  @Override
  public void flush() throws IOException {
    text.flush();
  }
}
