package dev.leadline.expect;

import dev.leadline.event.CallEvent;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Hears of which modules and files code runs, in all processes. */
final class CodeHeard implements EventSink {

  /** A module, as one file has it. */
  private record Module(String file, String name) {}

  private final Map<Module, Code> first = new LinkedHashMap<>();
  private Code latest;
  private boolean ofAllCode;

  @Override
  public void header(Header header) {
    ofAllCode = header.recording().scopes().contains(Scope.STDLIB);
  }

  @Override
  public void event(TraceEvent event) {
    Code code = event.frame().code();
    if (event instanceof CallEvent && code != latest) {
      latest = code;
      first.putIfAbsent(new Module(code.file(), code.module()), code);
    }
  }

  @Override
  public void end(Ending ending) {}

  /** Whether it is not the user's code alone that it hears of. */
  boolean ofAllCode() {
    return ofAllCode;
  }

  /** The first code that ran of one of which this is true. */
  Optional<Code> first(Predicate<Code> wanted) {
    return first.values().stream().filter(wanted).findFirst();
  }
}
