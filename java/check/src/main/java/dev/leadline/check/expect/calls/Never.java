package dev.leadline.check.expect.calls;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.TreePiece;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.outcome.Exceptions;
import dev.leadline.check.expect.outcome.Exceptions.ExceptionTypes;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.CodeNames;
import dev.leadline.filter.Glob;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
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
     * that is written in C runs no code that is recorded.
     */
    MODULE,
    /**
     * An exception of such a class is raised in, or comes up into, what the filters keep: caught or
     * not. The glob is for the qualified name or its last part; that of a base class does not
     * match, since a trace does not record those.
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
  public Recording listenerRecording(Recording base) {
    return listens() ? recording(base).withAllCode() : recording(base);
  }

  @Override
  public Optional<EventSink> listener() {
    return listens() ? Optional.of(new CodeCollector()) : Optional.empty();
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
        .listenerOf(this)
        .flatMap(
            sink -> ((CodeCollector) sink).first(code -> unwanted.test(code.module(), code.file())))
        .map(code -> Verdict.fails(name(code) + " was run, expected never"))
        .orElseGet(() -> ofAllCode(shown) ? verdict : OF_USERS);
  }

  private boolean ofAllCode(Shown shown) {
    return shown.listenerOf(this).filter(sink -> ((CodeCollector) sink).ofAllCode()).isPresent();
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

  /** Hears of which modules and files code runs, in all processes. */
  private static final class CodeCollector implements EventSink {

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

    /** Whether it is not the user's code alone that it collects. */
    boolean ofAllCode() {
      return ofAllCode;
    }

    /** The first code that ran of one of which this is true. */
    Optional<Code> first(Predicate<Code> wanted) {
      return first.values().stream().filter(wanted).findFirst();
    }
  }
}
