package dev.leadline.report.html;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.Phrases;
import dev.leadline.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A page that needs nothing else: style, scripts and data are in it. What the program named stands
 * in it as base64, and escaped in the title and in what is shown without scripts; a policy lets the
 * page run no script but its own, and load nothing.
 */
final class HtmlPage {

  /** Bytes of compressed data, beyond which details are left out. */
  private static final int MOST_BYTES = 5 << 20;

  /** Characters of a line of data. */
  private static final int LINE = 76;

  /** Functions that are shown without scripts. */
  private static final int PLAIN_FUNCTIONS = 50;

  private final PageContent content;
  private final Header header;
  private final Ending ending;
  private final Map<Integer, Sources> sources;

  HtmlPage(PageContent content, Header header, Ending ending, Map<Integer, Sources> sources) {
    this.content = content;
    this.header = header;
    this.ending = ending;
    this.sources = sources;
  }

  void write(Writer out) throws IOException {
    String style = PageResources.style();
    String script = PageResources.script();
    String title = Phrases.program(header) + " on " + Phrases.python(header);
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
    writePlain(out, title);
    out.write("<div id=\"page\"></div>\n<script type=\"text/plain\" id=\"data\">\n");
    out.write(
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(data()));
    out.write("\n</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
  }

  /** The data within its bound: fewer spans first, then fewer sources. */
  private byte[] data() throws IOException {
    int spans = PageContent.SPANS;
    List<PageSource> shown = PageSource.of(content.lines(), header, sources);
    byte[] data = data(spans, shown);
    while (data.length > MOST_BYTES && (spans > 0 || !shown.isEmpty())) {
      shown = spans == 0 ? shown.subList(0, shown.size() / 2) : shown;
      spans = spans < 1_000 ? 0 : spans / 2;
      data = data(spans, shown);
    }
    return data;
  }

  private byte[] data(int spans, List<PageSource> shown) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out =
        new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.US_ASCII)) {
      new PageJson(content, header, ending).write(out, spans, shown);
    }
    return bytes.toByteArray();
  }

  /** What a browser without scripts shows: the run, the functions that took most, the notices. */
  private void writePlain(Writer out, String title) throws IOException {
    out.write("<noscript>\n<h1>" + HtmlText.escape(title) + "</h1>\n");
    out.write("<p>" + HtmlText.escape(Phrases.closing(content.depths().all(), ending)) + "</p>\n");
    out.write("<p>This page needs scripts for its views. The functions that took most:</p>\n");
    out.write("<table>\n<tr><th>calls<th>lines<th>own<th>function<th>at\n");
    for (PlainFunction function : PlainFunction.most(content.tree(), PLAIN_FUNCTIONS)) {
      TracedFunction what = function.function();
      String place = Phrases.file(what.file(), header) + ":" + what.firstlineno();
      out.write("<tr><td>" + function.calls() + "<td>" + function.lines());
      out.write("<td>" + (header.timed() ? HumanTime.of(function.ownNs()) : "-"));
      out.write("<td>" + HtmlText.escape(what.qualname()) + "<td>" + HtmlText.escape(place) + "\n");
    }
    out.write("</table>\n");
    for (String notice : content.notices().sentences()) {
      out.write("<p>" + HtmlText.escape(notice) + "</p>\n");
    }
    out.write("</noscript>\n");
  }
}
