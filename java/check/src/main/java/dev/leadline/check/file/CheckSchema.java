package dev.leadline.check.file;

import java.io.IOException;
import java.io.Writer;

/** JSON Schema (draft 7, which editors know best) of check files, made from what reads them. */
public final class CheckSchema {

  private static final String HEAD =
      "\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"title\":\"Leadline check file\",";

  private CheckSchema() {}

  /** Writes it, on one line, into {@code out}, which stays open. */
  public static void write(Writer out) throws IOException {
    String schema = FileKeys.TABLE.schema().toJson();
    out.write("{" + HEAD + schema.substring(1) + "\n");
    out.flush();
  }
}
