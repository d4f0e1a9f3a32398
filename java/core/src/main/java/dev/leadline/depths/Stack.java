package dev.leadline.depths;

import dev.leadline.event.Layer;
import java.util.List;
import java.util.Objects;

/**
 * The stacks of one kind: all with the same layers.
 *
 * @param kind what calls the program's code there
 * @param base the measured base depth: of the program's {@code <module>}, or of the layer right
 *     below the user's first frame. It is the cutoff for these stacks
 * @param fixed whether the layers go down to the root, so that the base is the same each time;
 *     otherwise they run on other frames of the program, and {@code base} is that of the first
 * @param layers the frames below, the outermost first; of one that is not {@code fixed}, only those
 *     on top of the user's frame
 * @param function qualified name of the first of the program's functions that was called there
 * @param file its file
 * @param firstlineno its first line
 * @param stacks number of such stacks, one for each thread
 * @param held what the program's frames hold, by depth; empty where {@code fixed} is not so, since
 *     those frames are counted with the stack that they are on
 */
public record Stack(
    StackKind kind,
    int base,
    boolean fixed,
    List<Layer> layers,
    String function,
    String file,
    int firstlineno,
    int stacks,
    List<Held> held) {

  public Stack {
    Objects.requireNonNull(kind, "kind");
    layers = List.copyOf(layers);
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(file, "file");
    held = List.copyOf(held);
  }

  /** Whether it is that of a child process. */
  public boolean isOfChild() {
    return kind == StackKind.CHILD;
  }

  /** All calls on such stacks. */
  public long calls() {
    return held.stream().mapToLong(Held::calls).sum();
  }

  /** All events on such stacks. */
  public long events() {
    return held.stream().mapToLong(Held::events).sum();
  }

  /**
   * What the frames of the program's code hold at one depth of a stack.
   *
   * @param depth frames from these to the stack's root, themselves included
   * @param moduleLevel whether it is the program's own {@code <module>}
   * @param ownFile whether the code is of the program's own file, which is what a filter by file
   *     name keeps
   * @param calls {@code call} events, resumptions included
   * @param events all events; the calls alone where nothing else was counted
   * @param names the first functions seen there, in that order, a few
   * @param moreNames how many other functions there were
   */
  public record Held(
      int depth,
      boolean moduleLevel,
      boolean ownFile,
      long calls,
      long events,
      List<String> names,
      int moreNames) {

    public Held {
      names = List.copyOf(names);
    }
  }
}
