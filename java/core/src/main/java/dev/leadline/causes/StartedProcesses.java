package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.event.Header;
import dev.leadline.execution.TracedStack;
import java.util.Optional;
import java.util.stream.Stream;

/** multiprocessing starts its workers anew instead of forking the program, since 3.14. */
final class StartedProcesses implements KnownCause {

  private static final Known KNOWN =
      new Known("start-method", "multiprocessing starts its workers by a fork server", "gh-84559");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (!evidence.releases().partedBy(Release.of(14))) {
      return Optional.empty();
    }
    return switch (evidence.difference().kind()) {
      case PROCESS_ORIGIN, STACK ->
          sides(evidence).anyMatch(StartedProcesses::isWorker) ? cause() : Optional.empty();
      case CALL_LEFT, CALL_RIGHT ->
          sides(evidence).anyMatch(StartedProcesses::isImported) ? cause() : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Cause> cause() {
    return KNOWN.runtime(
        "a worker was forked from the program on one side and started by a fork server on the"
            + " other, which imports the program's module anew");
  }

  private static Stream<Occurrence> sides(Evidence evidence) {
    return Stream.of(evidence.difference().left(), evidence.difference().right())
        .flatMap(Optional::stream);
  }

  /** A fork server's child, or the fork server itself. */
  private static boolean isWorker(Occurrence side) {
    TracedStack stack = side.stack();
    return stack.process().header().origin() != Header.Origin.START
        && (stack.process().header().origin() == Header.Origin.FORK
            || String.join(" ", stack.process().header().argv()).contains("multiprocessing"));
  }

  private static boolean isImported(Occurrence side) {
    return side.activation().definition().module().equals("__mp_main__")
        && side.activation().definition().isModule();
  }
}
