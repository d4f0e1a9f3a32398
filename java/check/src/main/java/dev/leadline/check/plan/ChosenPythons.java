package dev.leadline.check.plan;

import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds the interpreters that plans ask for, each but once. */
final class ChosenPythons {

  /**
   * One that was asked for.
   *
   * @param asked as the plan names it
   * @param found the interpreter; empty if none was found
   * @param problem why none was found, in a sentence; empty if one was
   */
  record Asked(String asked, Optional<ChosenInterpreter> found, String problem) {

    /** The version of the interpreter, {@code 3.13.0t} where it has no GIL; else what was asked. */
    String name() {
      return found.map(ChosenInterpreter::interpreter).map(Asked::version).orElse(asked);
    }

    private static String version(Interpreter interpreter) {
      return interpreter.version() + (interpreter.freeThreaded() ? "t" : "");
    }
  }

  private final InterpreterChoice choice;
  private final Map<String, CompletableFuture<Asked>> named = new HashMap<>();
  private Optional<Asked> byDefault = Optional.empty();
  private List<Asked> all = List.of();

  ChosenPythons(InterpreterChoice choice) {
    this.choice = Objects.requireNonNull(choice, "choice");
  }

  /** The interpreters, in the order asked; never empty. */
  List<Asked> of(Pythons pythons) {
    if (pythons.all()) {
      all = all.isEmpty() ? all() : all;
      return all;
    }
    if (pythons.named().isEmpty()) {
      byDefault = byDefault.or(() -> Optional.of(chosen("python", choice::byDefault)));
      return List.of(byDefault.get());
    }
    look(pythons.named());
    return pythons.named().stream().map(name -> named.get(name).join()).toList();
  }

  /** Begins to look for several at the same time: each is started once, to see what it is. */
  void look(List<String> names) {
    for (String name : names) {
      named.computeIfAbsent(
          name, one -> CompletableFuture.supplyAsync(() -> chosen(one, () -> choice.named(one))));
    }
  }

  private List<Asked> all() {
    try {
      return choice.everyVersion().stream()
          .map(one -> new Asked("all", Optional.of(one), ""))
          .toList();
    } catch (NoInterpreterException e) {
      return List.of(new Asked("all", Optional.empty(), e.getMessage()));
    }
  }

  private interface Choosing {
    ChosenInterpreter choose() throws NoInterpreterException;
  }

  private static Asked chosen(String name, Choosing choosing) {
    try {
      return new Asked(name, Optional.of(choosing.choose()), "");
    } catch (NoInterpreterException e) {
      return new Asked(name, Optional.empty(), e.getMessage());
    }
  }
}
