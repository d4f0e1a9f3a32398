package dev.leadline.expect;

import dev.leadline.event.Code;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.SeenException;
import dev.leadline.filter.CodeNames;
import dev.leadline.filter.Glob;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
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
    /**
     * Code of such a dotted module runs, or of a module in such a package, the user's or not. One
     * that is written in C runs no code that is heard of.
     */
    MODULE,
    /**
     * An exception of such a class is raised in, or comes up into, what the filters keep: caught or
     * not. The glob is for the qualified name or its last part; that of a base class does not
     * match, since a trace does not tell of those.
     */
    EXCEPTION
  }

  private static final Verdict OF_USERS =
      Verdict.unknown("the user's code alone was recorded, which is not all that may have run");

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

  /** Imported is also what is not the user's: a module of the library, say. */
  @Override
  public Recording heard(Recording base) {
    return listens() ? recording(base).withAllCode() : recording(base);
  }

  @Override
  public Optional<EventSink> listener() {
    return listens() ? Optional.of(new CodeHeard()) : Optional.empty();
  }

  private boolean listens() {
    return what == What.FILE || what == What.MODULE;
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    Header header = execution.facts().header();
    return switch (what) {
      case FUNCTION -> notCalled(execution, new Functions(glob).in(execution), "was called");
      case FILE -> notRun(shown, (module, file) -> hasFile(file, header));
      case MODULE -> notRun(shown, (module, file) -> hasModule(module));
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

  /**
   * Looks among the user's code first, which can be shown among its calls.
   *
   * @param unwanted of a module and its file
   */
  private Verdict notRun(Shown shown, BiPredicate<String, String> unwanted) {
    Execution execution = shown.execution();
    Set<Definition> users =
        Finding.definitions(execution, one -> unwanted.test(one.module(), one.file()));
    Verdict verdict = notCalled(execution, users, "was run");
    if (verdict.kind() == Verdict.Kind.FAILS) {
      return verdict;
    }
    return shown
        .heardBy(this)
        .flatMap(
            heard -> ((CodeHeard) heard).first(code -> unwanted.test(code.module(), code.file())))
        .map(code -> Verdict.fails(name(code) + " was run, expected never"))
        .orElseGet(() -> ofAllCode(shown) ? verdict : OF_USERS);
  }

  private boolean ofAllCode(Shown shown) {
    return shown.heardBy(this).filter(heard -> ((CodeHeard) heard).ofAllCode()).isPresent();
  }

  private String name(Code code) {
    return what == What.FILE ? code.file() : code.module() + " (" + code.file() + ")";
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

  private boolean hasFile(String file, Header header) {
    return CodeNames.ofFile(file, header.cwd(), header.recording().roots()).stream()
        .anyMatch(glob::matches);
  }

  private boolean hasModule(String module) {
    return Stream.iterate(
            module,
            name -> !name.isEmpty(),
            name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        .anyMatch(glob::matches);
  }
}
