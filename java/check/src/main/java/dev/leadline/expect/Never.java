package dev.leadline.expect;

import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.SeenException;
import dev.leadline.filter.CodeNames;
import dev.leadline.filter.Glob;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Something never happens, of what the run's filters keep. */
public final class Never implements EachByItself {

  /** What is not to happen. */
  public enum What {
    /** A call of such a function; see {@link Calls}. */
    FUNCTION,
    /**
     * Code of such a file runs, if only since it is imported. The glob is for the file as CPython
     * calls it, its base name, or its path in one of the program's roots.
     */
    FILE,
    /** Code of such a dotted module runs, or of a module in such a package. */
    MODULE,
    /**
     * An exception of such a class is raised in, or comes up into, what the filters keep: caught or
     * not. The glob is for the qualified name or its last part; that of a base class does not
     * match, since a trace does not tell of those.
     */
    EXCEPTION
  }

  private final What what;
  private final Glob glob;

  public Never(What what, Glob glob) {
    this.what = Objects.requireNonNull(what, "what");
    this.glob = Objects.requireNonNull(glob, "glob");
  }

  @Override
  public String title() {
    return "never: " + what.name().toLowerCase(Locale.ROOT) + " " + glob;
  }

  /** What happens at the outermost level of the program counts, but for its functions. */
  @Override
  public Recording recording(Recording base) {
    return what == What.FUNCTION ? base : base.withModuleLevel(base.roots());
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    Header header = execution.facts().header();
    return switch (what) {
      case FUNCTION -> notCalled(execution, new Functions(glob).in(execution), "was called");
      case FILE ->
          beyondUser(
              notCalled(
                  execution,
                  Finding.definitions(execution, one -> hasFile(one, header)),
                  "was run"),
              header);
      case MODULE ->
          beyondUser(
              notCalled(execution, Finding.definitions(execution, this::hasModule), "was run"),
              header);
      case EXCEPTION -> notRaised(execution);
    };
  }

  private static Verdict notCalled(Execution execution, Set<Definition> unwanted, String happened) {
    OptionalInt call = Finding.call(execution, unwanted, 1);
    if (call.isEmpty()) {
      return Completeness.required(execution, Verdict.holds());
    }
    Definition first = execution.definition(call.getAsInt());
    String name = first.isModule() ? first.key().file() : first.key().qualname();
    return Finding.at(execution, call.getAsInt(), name + " " + happened + ", expected never");
  }

  private Verdict notRaised(Execution execution) {
    ExceptionTypes types = new ExceptionTypes(glob);
    OptionalInt where = Exceptions.first(execution, types, any -> true);
    if (where.isEmpty()) {
      return Exceptions.unlessUnkept(execution, Verdict.holds());
    }
    int origin = types.origin(execution, where.getAsInt());
    Activation activation = execution.activation(origin);
    SeenException seen = types.in(activation).orElseThrow();
    return Verdict.fails(
            seen.type() + " was seen in " + activation.key().qualname() + ", expected never")
        .with(
            TreePiece.around(execution, origin),
            Spots.of(activation.definition().file(), seen.lineno(), execution.facts().header()));
  }

  private boolean hasFile(Definition one, Header header) {
    return CodeNames.ofFile(one.file(), header.cwd(), header.recording().roots()).stream()
        .anyMatch(glob::matches);
  }

  private boolean hasModule(Definition one) {
    return Stream.iterate(
            one.module(),
            name -> !name.isEmpty(),
            name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        .anyMatch(glob::matches);
  }

  /** A glob for what is not the user's finds nothing where only the user's is recorded. */
  private static Verdict beyondUser(Verdict verdict, Header header) {
    boolean user = header.recording().scopes().equals(EnumSet.of(Scope.USER));
    return verdict.kind() == Verdict.Kind.HOLDS && user
        ? Verdict.holds("of the user's code, which is all that the run records")
        : verdict;
  }
}
