package dev.leadline.report.depths;

import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.report.depths.DepthsText.ShortPythonNames;
import dev.leadline.report.page.HtmlText;
import dev.leadline.report.page.Page;
import dev.leadline.report.page.PageResources;
import dev.leadline.report.text.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalInt;

/**
 * A measurement as a page for the browser: the layers of each interpreter beside each other, with
 * the cutoff as a line; what other cutoffs keep and lose; the other stacks. Its data is {@link
 * DepthsJson}'s object, with {@code program_name} and {@code sentences}.
 */
final class DepthsPage {

  /** What is in it besides the frame. */
  static final PageResources RESOURCES =
      new PageResources(
          DepthsPage.class,
          List.of("model.js", "ladder.js", "cuts.js", "others.js", "about.js", "depths.js"));

  private final Measurement measured;
  private final List<String> sentences;

  DepthsPage(Measurement measured) {
    this.measured = measured;
    this.sentences =
        new DepthsHeadline(measured, new ShortPythonNames(measured.pythons())).sentences();
  }

  void write(Writer out) throws IOException {
    String json =
        DepthsJson.object(measured)
            .text("program_name", measured.programName())
            .texts("sentences", sentences)
            .toJson();
    new Page(title(), RESOURCES).write(out, this::plain, Page.packed(data -> data.write(json)));
    out.flush();
  }

  private String title() {
    List<MeasuredPython> pythons = measured.pythons();
    String where =
        pythons.size() == 1
            ? "CPython " + pythons.get(0).version()
            : Phrases.count(pythons.size(), "interpreter");
    return measured.program() + " on " + where;
  }

  /** The cutoff of each interpreter. */
  private void plain(Writer out) throws IOException {
    for (String sentence : sentences) {
      out.write("<p>" + HtmlText.escape(sentence) + "</p>\n");
    }
    out.write("<p>This page needs scripts for its views. The measured cutoffs:</p>\n");
    out.write("<table>\n<tr><th>CPython<th>cutoff<th>\n");
    for (MeasuredPython python : measured.pythons()) {
      OptionalInt cutoff =
          python.depths().map(depths -> depths.cutoff()).orElse(OptionalInt.empty());
      out.write("<tr><td>" + HtmlText.escape(python.version()));
      out.write("<td>" + (cutoff.isPresent() ? "" + cutoff.getAsInt() : "-"));
      out.write("<td>" + HtmlText.escape(python.failure().orElse("")) + "\n");
    }
    out.write("</table>\n");
  }
}
