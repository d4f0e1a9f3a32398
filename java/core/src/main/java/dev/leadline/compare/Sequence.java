package dev.leadline.compare;

import dev.leadline.execution.EventList;
import dev.leadline.execution.Execution;

/** What can be laid beside another of its kind: elements by number, each with its hashes. */
interface Sequence {

  /** The element behind this one, or {@link Execution#NONE}. */
  int next(int element);

  /** What makes it the same, but for its details. */
  long structure(int element);

  /** What makes it the same in everything. */
  long full(int element);

  /** What makes it comparable. */
  long function(int element);

  static Sequence of(Execution execution) {
    return new Sequence() {
      @Override
      public int next(int element) {
        return execution.next(element);
      }

      @Override
      public long structure(int element) {
        return execution.structureHash(element);
      }

      @Override
      public long full(int element) {
        return execution.fullHash(element);
      }

      @Override
      public long function(int element) {
        return execution.functionHash(element);
      }
    };
  }

  /** Events are the same or they are not. */
  static Sequence of(EventList events) {
    return new Sequence() {
      @Override
      public int next(int element) {
        return events.next(element);
      }

      @Override
      public long structure(int element) {
        return events.hash(element);
      }

      @Override
      public long full(int element) {
        return events.hash(element);
      }

      @Override
      public long function(int element) {
        return events.hash(element);
      }
    };
  }
}
