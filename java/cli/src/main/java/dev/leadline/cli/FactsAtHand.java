package dev.leadline.cli;

import dev.leadline.causes.FactsSource;
import dev.leadline.causes.ScriptFacts;
import dev.leadline.causes.SourceFacts;
import dev.leadline.event.Header;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.source.SourceAccess;
import java.util.Optional;

/** Facts by the interpreter at hand, which is looked for when the first are asked for. */
final class FactsAtHand implements FactsSource {

  private final Streams streams;
  private Optional<FactsSource> facts = Optional.empty();

  FactsAtHand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public synchronized Optional<SourceFacts> of(Header header, String file) {
    if (facts.isEmpty()) {
      facts = Optional.of(atHand());
    }
    return facts.get().of(header, file);
  }

  private FactsSource atHand() {
    try {
      Machine machine = Machine.of(streams, streams.directory());
      return new ScriptFacts(machine.choice().atHand().interpreter(), SourceAccess.STORED);
    } catch (NoInterpreterException e) {
      return NONE; // stored traces can be compared without any Python
    }
  }
}
