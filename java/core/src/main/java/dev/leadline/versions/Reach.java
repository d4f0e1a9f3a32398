package dev.leadline.versions;

import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Counts how far an execution reaches, on the events' way to another sink. */
public final class Reach extends ForwardingSink {

  private static final int MOST_FUNCTIONS = 100_000;

  private record Name(String file, String qualname) {}

  private final EventSink downstream;
  private final Set<Name> functions = new HashSet<>();
  private Frame latest;
  private int deepestLevel;

  /** One whose events go on to {@code downstream}. */
  public Reach(EventSink downstream) {
    this.downstream = downstream;
  }

  @Override
  protected EventSink downstream() {
    return downstream;
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    if (frame != latest) {
      latest = frame;
      deepestLevel = Math.max(deepestLevel, frame.level());
      if (functions.size() < MOST_FUNCTIONS) {
        functions.add(new Name(frame.code().file(), frame.code().qualname()));
      }
    }
    downstream.event(event);
  }

  /** Functions that ran, the program's {@code <module>} among them; a hundred thousand at most. */
  public int functions() {
    return functions.size();
  }

  /**
   * Most frames of the user beneath one of his; 0 where only the program's {@code <module>} ran.
   */
  public int deepestLevel() {
    return deepestLevel;
  }
}
