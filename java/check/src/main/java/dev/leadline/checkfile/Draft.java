package dev.leadline.checkfile;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the text of a check file says by itself, before anything around it matters.
 *
 * @param values what of the file is right; empty where it is no mapping
 * @param problems what is wrong with it so far; whoever reads on adds to them
 */
record Draft(Optional<Values> values, Set<Problem> problems) {

  private record Ahead(String text, CompletableFuture<Draft> draft) {}

  private static final AtomicReference<Ahead> AHEAD = new AtomicReference<>();

  /** Reads a text that may be asked for next, by another thread. */
  static void readAhead(String text) {
    Ahead ahead = new Ahead(text, new CompletableFuture<>());
    AHEAD.set(ahead);
    ahead.draft.completeAsync(() -> read(text), Runnable::run);
  }

  /** That of a text, which may have been read ahead; each is given once. */
  static Draft of(String text) {
    Ahead ahead = AHEAD.getAndSet(null);
    if (ahead == null || !ahead.text.equals(text)) {
      return read(text);
    }
    table(); // made here where another thread still parses
    return ahead.draft.join();
  }

  /** It takes longer to make than a hundred runs to parse. */
  private static Table table() {
    return FileKeys.TABLE.partly();
  }

  private static Draft read(String text) {
    Set<Problem> problems = new LinkedHashSet<>();
    try {
      Node root = NodeReader.read(text, problems);
      return new Draft(Spot.root(root, problems).as(table()), problems);
    } catch (UnreadableException e) {
      problems.add(new Problem(e.mark(), "", e.getMessage()));
      return new Draft(Optional.empty(), problems);
    }
  }
}
