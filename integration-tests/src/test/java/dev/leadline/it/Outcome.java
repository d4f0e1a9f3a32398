package dev.leadline.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;

/**
 * What a process or an in-process command left behind. Its bytes are kept as Latin-1 text, which
 * loses none of them and compares readably.
 */
record Outcome(int status, String out, String err) {

  static Outcome of(int status, byte[] out, byte[] err) {
    return new Outcome(
        status,
        new String(out, StandardCharsets.ISO_8859_1),
        new String(err, StandardCharsets.ISO_8859_1));
  }

  /** What came on stderr, read as UTF-8. */
  String errText() {
    return new String(err.getBytes(StandardCharsets.ISO_8859_1), UTF_8);
  }

  /** What came on stdout, read as UTF-8. */
  String outText() {
    return new String(out.getBytes(StandardCharsets.ISO_8859_1), UTF_8);
  }
}
