package dev.leadline.expect;

import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Something that a run must show. One that needs more than the activations of an {@link
 * dev.leadline.execution.Execution} asks for it in {@link #recording} and hears it in a {@link
 * #listener}. Two are equal only if they are the same object.
 */
public interface Expectation {

  /** What is expected, in one clause: the name of its test case. */
  String title();

  /** What has to be recorded so that it can be told. */
  default Recording recording(Recording base) {
    return base;
  }

  /**
   * What of the run {@link #listener} hears, where that is not what {@link #recording} asks for.
   */
  default Recording heard(Recording base) {
    return recording(base);
  }

  /** What hears the events of one run; a new one for each run, given back in {@link Shown}. */
  default Optional<EventSink> listener() {
    return Optional.empty();
  }

  /** Whether it is judged when no other run is at work, since it takes times. */
  default boolean isJudgedAlone() {
    return false;
  }

  /**
   * Tells whether it holds.
   *
   * @param shown what the run showed on each interpreter on which it could be recorded, in the
   *     order asked
   * @return a verdict on each, in the same order
   */
  List<Verdict> judge(List<Shown> shown) throws IOException;
}
