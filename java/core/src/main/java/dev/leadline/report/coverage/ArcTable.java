package dev.leadline.report.coverage;

import java.util.stream.IntStream;

/**
 * How often a frame went from one line of a file to another. The start of a code object, and its
 * end, is the negative of its first line.
 */
final class ArcTable {

  private static final int FIRST_CAPACITY = 64;
  private static final long MIXING = 0x9e37_79b9_7f4a_7c15L;

  /** Both lines of an arc; 0 marks a free place, since no arc goes from line 0 to line 0. */
  private long[] arcs = new long[FIRST_CAPACITY];

  private long[] counts = new long[FIRST_CAPACITY];
  private int size;

  /** Receives an arc. */
  interface Visitor {
    void arc(int from, int to, long count);
  }

  void add(int from, int to) {
    add(from, to, 1);
  }

  void add(int from, int to, long count) {
    long arc = (long) from << Integer.SIZE | to & 0xffff_ffffL;
    int place = place(arc);
    if (arcs[place] == 0) {
      arcs[place] = arc;
      size++;
    }
    counts[place] += count;
    if (2 * size > arcs.length) {
      grow();
    }
  }

  /** How many different arcs there are. */
  int size() {
    return size;
  }

  /** All of them, by their first line and then their second. */
  void forEach(Visitor visitor) {
    IntStream.range(0, arcs.length)
        .filter(place -> arcs[place] != 0)
        .boxed()
        .sorted((one, other) -> Long.compare(ordered(arcs[one]), ordered(arcs[other])))
        .forEach(place -> visit(place, visitor));
  }

  /** The same order of numbers as that of the pairs of lines. */
  private static long ordered(long arc) {
    return arc ^ 0x8000_0000L;
  }

  private void visit(int place, Visitor visitor) {
    visitor.arc((int) (arcs[place] >> Integer.SIZE), (int) arcs[place], counts[place]);
  }

  private void grow() {
    long[] formerArcs = arcs;
    long[] formerCounts = counts;
    arcs = new long[2 * formerArcs.length];
    counts = new long[arcs.length];
    for (int i = 0; i < formerArcs.length; i++) {
      if (formerArcs[i] != 0) {
        int place = place(formerArcs[i]);
        arcs[place] = formerArcs[i];
        counts[place] = formerCounts[i];
      }
    }
  }

  /** Where an arc is, or where it belongs. */
  private int place(long arc) {
    int mask = arcs.length - 1;
    int place = (int) (arc * MIXING >>> Integer.SIZE) & mask;
    while (arcs[place] != 0 && arcs[place] != arc) {
      place = place + 1 & mask;
    }
    return place;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((from, to, count) -> text.append(from + ">" + to + " x" + count + " "));
    return text.toString().strip();
  }
}
