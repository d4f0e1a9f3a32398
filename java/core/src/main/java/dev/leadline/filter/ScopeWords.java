package dev.leadline.filter;

import dev.leadline.event.Scope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The words by which people choose whose code is kept: {@code user}, {@code all} and the like. */
public final class ScopeWords {

  /** What each word means, in the order in which they are named to people. */
  public static final Map<String, Set<Scope>> MEANINGS = meanings();

  private ScopeWords() {}

  private static Map<String, Set<Scope>> meanings() {
    Set<Scope> all = EnumSet.complementOf(EnumSet.of(Scope.AGENT, Scope.RUNNER));
    Map<String, Set<Scope>> words = new LinkedHashMap<>();
    all.forEach(scope -> words.put(scope.wireName(), Set.of(scope)));
    words.put("all", Set.copyOf(all));
    return Collections.unmodifiableMap(words);
  }
}
