package dev.leadline.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The style and the scripts of a page, which are files beside this class. */
final class PageResources {

  /** In this order they are one script: a file uses those before it. */
  static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "words.js",
          "model.js",
          "colours.js",
          "state.js",
          "flame.js",
          "tree.js",
          "functions.js",
          "source.js",
          "time.js",
          "exceptions.js",
          "about.js",
          "page.js");

  private PageResources() {}

  static String style() throws IOException {
    return read("page.css");
  }

  /** All scripts as one, with names of its own. */
  static String script() throws IOException {
    StringBuilder script = new StringBuilder("\n\"use strict\";\n(() => {\n");
    for (String name : SCRIPTS) {
      script.append(read(name));
    }
    return script.append("})();\n").toString();
  }

  /** The source expression of a content security policy that allows exactly this text. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream in = PageResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("a part of Leadline is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
