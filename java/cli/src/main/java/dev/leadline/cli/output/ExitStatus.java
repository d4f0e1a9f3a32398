package dev.leadline.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every exit status that Leadline itself ends with, and what it means. */
public enum ExitStatus {
  OK(0, "done"),
  DIFFERENT(
      1,
      "of compare and diff: what --fail-on names was found, or an interpreter was not compared;"
          + " of check, merge: something does not hold"),
  USAGE(2, "the command line is wrong, or the check file"),
  TIMED_OUT(124, "of trace: the program ran longer than --timeout allows, and was stopped"),
  FAILED(125, "Leadline itself failed; of compare and depths: no interpreter has a result"),
  NOT_FOUND(127, "the program was not found");

  private final int number;
  private final String meaning;

  ExitStatus(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** Number to meaning, as the help lists them. */
  public static Map<String, String> listing(ExitStatus... statuses) {
    Map<String, String> listing = new LinkedHashMap<>();
    for (ExitStatus status : statuses) {
      listing.put(Integer.toString(status.number), status.meaning);
    }
    listing.put("any", "of trace: the program's own; 128 + N where signal N killed it");
    return listing;
  }
}
