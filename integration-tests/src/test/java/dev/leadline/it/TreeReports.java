package dev.leadline.it;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nodes of a tree report, as they are printed. */
final class TreeReports {

  /** Calls in front, the function's module and first line behind. */
  private static final Pattern NODE = Pattern.compile("(?m)^ *\\d+ .*  ([^<\\s]+):(\\d+)$");

  private TreeReports() {}

  /**
   * Hands on the file and first line of each node's function.
   *
   * @param files those that the modules come from
   */
  static void forEachNode(
      String report, Collection<String> files, BiConsumer<String, Integer> node) {
    for (Matcher matcher = NODE.matcher(report); matcher.find(); ) {
      String module = "/" + matcher.group(1).replace('.', '/');
      String file =
          files.stream()
              .filter(
                  name -> ("/" + name).matches(".*" + Pattern.quote(module) + "(/__init__)?[.]py"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no file is " + matcher.group()));
      node.accept(file, Integer.valueOf(matcher.group(2)));
    }
  }
}
