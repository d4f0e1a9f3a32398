package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Header;
import dev.leadline.report.text.ModuleNames;
import dev.leadline.report.text.TerminalText;

/**
 * How functions are called in a profile: {@code Order.total (shop.orders:12)}. Characters that act
 * on a terminal, break a line or stand for half a character are escaped as Python does it, so that
 * every format can hold the text.
 */
final class FunctionLabels {

  private final Header header;

  FunctionLabels(Header header) {
    this.header = header;
  }

  /** Name and place; the name alone of what is no function. */
  String of(TracedFunction function) {
    String place =
        function.isGroup()
            ? ""
            : " (" + ModuleNames.of(function.file(), header) + ":" + function.firstlineno() + ")";
    return TerminalText.escape(function.qualname() + place);
  }
}
