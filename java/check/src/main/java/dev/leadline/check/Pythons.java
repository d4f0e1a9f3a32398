package dev.leadline.check;

import java.util.List;

/**
 * On which interpreters a program is run.
 *
 * @param named each a path, a command or a version; empty for the one at hand
 * @param all whether it is every interpreter that is found, and no name counts
 */
public record Pythons(List<String> named, boolean all) {

  /** The interpreter at hand. */
  public static final Pythons AT_HAND = new Pythons(List.of(), false);

  /** Every interpreter that is found. */
  public static final Pythons ALL = new Pythons(List.of(), true);

  public Pythons {
    named = List.copyOf(named);
  }
}
