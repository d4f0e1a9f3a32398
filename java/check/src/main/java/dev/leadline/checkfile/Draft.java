package dev.leadline.checkfile;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the text of a check file says by itself, before anything around it matters.
 *
 * @param values what the file holds; empty where it cannot be told
 * @param problems what is wrong with it so far; whoever reads on adds to them
 */
record Draft(Optional<Values> values, Set<Problem> problems) {

  /** What a text is as YAML or JSON: a node, or why it is none. */
  private record Parsed(Optional<Node> node, Optional<Problem> problem) {}

  private record Ahead(String text, CompletableFuture<Parsed> parsed) {}

  private static final AtomicReference<Ahead> AHEAD = new AtomicReference<>();

  /** Parses a text that may be asked for next, by another thread. */
  static void readAhead(String text) {
    Ahead ahead = new Ahead(text, new CompletableFuture<>());
    AHEAD.set(ahead);
    ahead.parsed.completeAsync(() -> parsed(text), Runnable::run);
    table(); // unless whoever asks has been waiting and has made it
  }

  /** It takes as long to make as some ten runs to parse. */
  private static Table table() {
    return FileKeys.TABLE;
  }

  /** That of a text, which may have been read ahead; each is given once. */
  static Draft of(String text) {
    Ahead ahead = AHEAD.getAndSet(null);
    Table table = table(); // made here where another thread still parses
    boolean known = ahead != null && ahead.text.equals(text);
    Parsed parsed = known ? ahead.parsed.join() : parsed(text);
    Set<Problem> problems = new LinkedHashSet<>();
    parsed.problem.ifPresent(problems::add);
    return new Draft(parsed.node.flatMap(node -> Spot.root(node, problems).as(table)), problems);
  }

  private static Parsed parsed(String text) {
    try {
      return new Parsed(Optional.of(NodeReader.read(text)), Optional.empty());
    } catch (UnreadableException e) {
      return new Parsed(Optional.empty(), Optional.of(new Problem(e.mark(), "", e.getMessage())));
    }
  }
}
