package dev.leadline.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The style and the scripts of a page: those of the frame, which are files beside this class, and
 * those of one kind of page, beside another one.
 */
public final class PageResources {

  /** In this order they are the first part of one script: a file uses those before it. */
  private static final List<String> FRAME =
      List.of("dom.js", "words.js", "palette.js", "state.js", "icicle.js", "frame.js");

  private final Class<?> beside;
  private final List<String> scripts;

  /**
   * The resources of one kind of page.
   *
   * @param beside a class in the package of the page's own scripts
   * @param scripts their names; the last one starts the frame
   */
  public PageResources(Class<?> beside, List<String> scripts) {
    this.beside = beside;
    this.scripts = List.copyOf(scripts);
  }

  /** The style of all pages. */
  public static String style() throws IOException {
    return read(PageResources.class, "page.css");
  }

  /** All scripts as one, with names of its own. */
  public String script() throws IOException {
    StringBuilder script = new StringBuilder("\n\"use strict\";\n(() => {\n");
    for (String name : FRAME) {
      script.append(read(PageResources.class, name));
    }
    for (String name : scripts) {
      script.append(read(beside, name));
    }
    return script.append("})();\n").toString();
  }

  /** The source expression of a content security policy that allows exactly this text. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("a part of Leadline is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
