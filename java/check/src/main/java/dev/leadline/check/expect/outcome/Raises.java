package dev.leadline.check.expect.outcome;

import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.check.expect.outcome.Exceptions.ExceptionTypes;
import dev.leadline.check.expect.outcome.Exceptions.ProgramEnd;
import dev.leadline.event.Ending;
import dev.leadline.event.Recording;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An exception of such a class is raised in what the run's filters keep, or comes up into it. The
 * glob is for the class's qualified name or its last part; that of a base class does not match,
 * since a trace does not record those.
 */
public final class Raises implements EachByItself {

  private static final int SHOWN = 5;

  private final Glob type;
  private final Optional<Glob> function;
  private final boolean uncaught;

  /**
   * One about these exceptions.
   *
   * @param function where it is seen; empty for anywhere, the program's {@code <module>} included
   * @param uncaught whether it ends the program, too
   */
  public Raises(Glob type, Optional<Glob> function, boolean uncaught) {
    this.type = Objects.requireNonNull(type, "type");
    this.function = Objects.requireNonNull(function, "function");
    this.uncaught = uncaught;
  }

  @Override
  public String title() {
    return "raises: "
        + type
        + function.map(one -> " in " + one).orElse("")
        + (uncaught ? ", uncaught" : "");
  }

  @Override
  public Recording recording(Recording base) {
    return function.isPresent() ? base : base.withModuleLevel(base.roots());
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    ExceptionTypes types = new ExceptionTypes(type);
    Ending ending = execution.facts().ending();
    if (uncaught && ProgramEnd.of(ending).filter(types::has).isEmpty()) {
      return otherEnd(execution, ending);
    }
    Set<Definition> wanted =
        Finding.definitions(
            execution,
            function
                .<Predicate<Definition>>map(one -> new Functions(one)::has)
                .orElse(any -> true));
    boolean seen = Exceptions.first(execution, types, wanted::contains).isPresent();
    if (seen || function.isEmpty() && uncaught) {
      return Verdict.holds();
    }
    return Exceptions.unlessUnkept(execution, notSeen(execution, wanted));
  }

  private Verdict notSeen(Execution execution, Set<Definition> wanted) {
    String message =
        type + " was not seen" + function.map(one -> " in " + one).orElse("") + ", expected it";
    if (function.isPresent() && wanted.isEmpty()) {
      return Finding.missing(execution, function.get(), message + "; that was not called");
    }
    Map<String, Long> others = new LinkedHashMap<>();
    Exceptions.first(
        execution,
        one -> {
          String where = " in " + one.key().qualname();
          one.exceptions().forEach(seen -> others.merge(seen.type() + where, 1L, Long::sum));
          return others.size() > SHOWN;
        });
    List<String> lines =
        others.entrySet().stream()
            .limit(SHOWN)
            .map(one -> "seen: " + one.getKey() + ", " + Wording.times(one.getValue()))
            .toList();
    return Verdict.fails(message).with(lines, Optional.empty());
  }

  private Verdict otherEnd(Execution execution, Ending ending) {
    String message = "the program " + ProgramEnd.end(ending) + ", expected an uncaught " + type;
    return Exceptions.first(execution, new ExceptionTypes(type), any -> true).stream()
        .mapToObj(where -> Finding.at(execution, where, message + ", which was caught"))
        .findFirst()
        .orElse(Verdict.fails(message));
  }
}
