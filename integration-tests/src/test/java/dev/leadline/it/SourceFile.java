package dev.leadline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of a case.
 *
 * @param path relative to the case's directory
 * @param content its bytes
 */
record SourceFile(String path, byte[] content) {

  /** How a file's text becomes bytes; the last word of its title line names it. */
  enum Form {
    PLAIN {
      @Override
      byte[] bytes(String text) {
        return text.getBytes(UTF_8);
      }
    },
    LATIN_1 {
      @Override
      byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
      }
    },
    CP1251 {
      @Override
      byte[] bytes(String text) {
        return text.getBytes(Charset.forName("windows-1251"));
      }
    },
    BOM {
      @Override
      byte[] bytes(String text) {
        return ("\uFEFF" + text).getBytes(UTF_8);
      }
    },
    CRLF {
      @Override
      byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(UTF_8);
      }
    },
    NO_NEWLINE {
      @Override
      byte[] bytes(String text) {
        return text.substring(0, text.length() - 1).getBytes(UTF_8);
      }
    },
    ESCAPED {
      @Override
      byte[] bytes(String text) {
        return Words.unescape(text).getBytes(ISO_8859_1);
      }
    };

    abstract byte[] bytes(String text);

    private String word() {
      return " " + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The title line and the text below it, without the blank lines at its end. */
  static SourceFile parse(String part) {
    int end = part.indexOf('\n');
    String title = part.substring(0, end);
    String text = part.substring(end + 1).replaceAll("\n+\\z", "\n");
    text = text.equals("\n") ? "" : text;
    for (Form form : Form.values()) {
      if (title.endsWith(form.word())) {
        String path = title.substring(0, title.length() - form.word().length());
        return new SourceFile(Words.unescape(path), form.bytes(text));
      }
    }
    return new SourceFile(Words.unescape(title), Form.PLAIN.bytes(text));
  }

  /** Its bytes, each as one character. */
  String text() {
    return new String(content, ISO_8859_1);
  }

  void writeUnder(Path directory) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
