package dev.leadline.depths;

import java.util.List;

/**
 * What the frames of the program's code hold at one depth of a stack.
 *
 * @param depth frames from these to the stack's root, themselves included
 * @param moduleLevel whether it is the program's own {@code <module>}
 * @param ownFile whether the code is of the program's own file, which is what a filter by file name
 *     keeps
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
