package dev.leadline.it;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nodes of a tree report, as they are printed. */
final class TreeReports {

  /** Calls and lines in front, the function's place behind, then what there is to say of it. */
  private static final Pattern NODE =
      Pattern.compile("(?m)^ *\\d+ +\\d+ .*?  (\\S+\\.py):(\\d+)(?:  .*)?$");

  private TreeReports() {}

  /**
   * Hands on the file and first line of each node's function.
   *
   * @param directory the one that the program was run in, which the places are relative to
   */
  static void forEachNode(String report, Path directory, BiConsumer<String, Integer> node) {
    for (Matcher matcher = NODE.matcher(report); matcher.find(); ) {
      String file = directory.resolve(matcher.group(1)).toString();
      node.accept(file, Integer.valueOf(matcher.group(2)));
    }
  }
}
