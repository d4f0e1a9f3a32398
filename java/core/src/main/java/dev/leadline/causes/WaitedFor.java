package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.execution.Activation;
import java.util.Optional;

/** What asyncio.wait_for awaits runs in the caller's task since 3.12, in one of its own before. */
final class WaitedFor implements KnownCause {

  private static final Known KNOWN =
      new Known("wait-for", "asyncio.wait_for awaits in the task of its caller", "gh-96764");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    boolean call =
        switch (evidence.difference().kind()) {
          case CALL_LEFT, CALL_RIGHT, ORDER -> true;
          default -> false;
        };
    if (!call || evidence.facts().isEmpty() || !evidence.releases().partedBy(Release.of(12))) {
      return Optional.empty();
    }
    SourceFacts facts = evidence.facts().get();
    Activation called = evidence.difference().either().activation();
    Optional<Fact> waiting = facts.named(FactKind.WAITED_FOR, called.definition().name());
    // the older interpreter calls it from the loop, the younger one in the coroutine that waits
    boolean there =
        evidence.younger().isEmpty()
            || waiting.filter(fact -> fact.covers(called.callerLine())).isPresent();
    return waiting.isPresent() && called.depthStep() > 1 && there
        ? KNOWN.runtime(
            "%s is what the wait_for at line %d waits for: it is called from the event loop up to"
                    .formatted(called.definition().name(), waiting.get().first())
                + " 3.11, and by the coroutine that waits since 3.12")
        : Optional.empty();
  }
}
