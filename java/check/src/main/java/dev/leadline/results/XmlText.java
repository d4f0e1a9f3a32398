package dev.leadline.results;

import dev.leadline.report.TerminalText;

/**
 * Text that others wrote, in characters that XML 1.0 can hold.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">Characters</a>
 */
final class XmlText {

  private XmlText() {}

  /**
   * The text, with controls, halves of characters and what turns the direction of reading as Python
   * would escape them; besides these, XML lacks U+FFFE and U+FFFF.
   */
  static String of(String text) {
    return TerminalText.escape(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
  }
}
