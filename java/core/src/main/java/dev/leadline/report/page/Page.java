package dev.leadline.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A page that needs nothing else: style, scripts and data are in it. What the program named stands
 * in it as base64, and escaped in the title and in what is shown without scripts; a policy lets the
 * page run no script but its own, and load nothing.
 */
public final class Page {

  /** Characters of a line of data. */
  private static final int LINE = 76;

  /** Writes one part of a page, or its data. */
  @FunctionalInterface
  public interface Part {
    void write(Writer out) throws IOException;
  }

  private final String title;
  private final PageResources resources;

  /**
   * A page.
   *
   * @param title plain text, which is escaped here
   */
  public Page(String title, PageResources resources) {
    this.title = title;
    this.resources = resources;
  }

  /** Data as it is stored in a page: compressed. */
  public static byte[] packed(Part json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out =
        new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.US_ASCII)) {
      json.write(out);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes it.
   *
   * @param plain writes, below the heading, HTML that a browser without scripts shows; all texts in
   *     it are escaped by {@link HtmlText}
   * @param data a JSON object in ASCII, {@link #packed}
   */
  public void write(Writer out, Part plain, byte[] data) throws IOException {
    String style = PageResources.style();
    String script = resources.script();
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.write("script-src '" + PageResources.hash(script) + "'; ");
    out.write("style-src '" + PageResources.hash(style) + "'; ");
    out.write("base-uri 'none'; form-action 'none'\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<meta name=\"generator\" content=\"Leadline\">\n");
    out.write("<title>" + HtmlText.escape(title) + "</title>\n");
    out.write("<style>" + style + "</style>\n</head>\n<body>\n");
    out.write("<noscript>\n<h1>" + HtmlText.escape(title) + "</h1>\n");
    plain.write(out);
    out.write("</noscript>\n");
    out.write("<div id=\"page\"></div>\n<script type=\"text/plain\" id=\"data\">\n");
    out.write(
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(data));
    out.write("\n</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
  }
}
