package dev.leadline.execution;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an execution says of itself as a whole.
 *
 * @param header of the program's own process
 * @param ending of the program's own process
 * @param events events of each kind in all processes, as far as they were recorded
 * @param activations how many activations there were
 * @param stacks how many stacks there were
 * @param unplacedStacks stacks beyond ten thousand, of which nothing was kept
 * @param notices the first hundred notices of the recording
 */
public record ExecutionFacts(
    Header header,
    Ending ending,
    Map<EventKind, Long> events,
    int activations,
    int stacks,
    long unplacedStacks,
    List<Notice> notices) {

  public ExecutionFacts {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(ending, "ending");
    events = Map.copyOf(events);
    notices = List.copyOf(notices);
  }
}
