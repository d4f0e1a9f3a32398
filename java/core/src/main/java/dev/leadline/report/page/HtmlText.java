package dev.leadline.report.page;

import dev.leadline.report.text.TerminalText;

/** Text that others wrote, made fit for an HTML page: it begins no tag and ends no attribute. */
public final class HtmlText {

  private HtmlText() {}

  /** The text with markup as entities, and with what hides or turns text written out. */
  public static String escape(String text) {
    return TerminalText.escape(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
