package dev.leadline.junit;

import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.SecretNames;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Python program, how it is to be run, and what of it is to be recorded. Paths are relative to
 * the working directory of this JVM. {@code PYTHONHASHSEED} is 0 unless it is set, here or in the
 * environment of this JVM, so that sets have one order.
 *
 * <pre>{@code
 * try (PythonTrace trace = PythonProgram.script("shop.py").arguments("tea").trace()) {
 *   LeadlineAssertions.assertThat(trace).calledOnce("main");
 * }
 * }</pre>
 */
public final class PythonProgram {

  private static final String HASH_SEED = "PYTHONHASHSEED";

  private final Path here = Path.of("").toAbsolutePath();
  private final Program.Kind kind;
  private final String target;
  private final List<String> arguments = new ArrayList<>();
  private final List<String> pythonOptions = new ArrayList<>();
  private final Map<String, Optional<String>> environment = new HashMap<>();
  private final List<String> roots = new ArrayList<>();
  private final List<String> include = new ArrayList<>();
  private final List<String> exclude = new ArrayList<>();
  private Set<ValueKind> values = Set.of();
  private Optional<String> python = Optional.empty();
  private Path directory = here;
  private Optional<Path> stdin = Optional.empty();
  private Optional<Duration> timeout = Optional.empty();
  private boolean follow;
  private boolean allCode;

  private PythonProgram(Program.Kind kind, String target) {
    this.kind = kind;
    this.target = target;
    if (System.getenv(HASH_SEED) == null) {
      environment.put(HASH_SEED, Optional.of("0"));
    }
  }

  /** A script, or a directory or zip with {@code __main__.py}. */
  public static PythonProgram script(String path) {
    Path absolute = Path.of(path).toAbsolutePath();
    boolean isDirectory = Files.isDirectory(absolute);
    return new PythonProgram(
        isDirectory ? Program.Kind.DIRECTORY : Program.Kind.SCRIPT, absolute.toString());
  }

  /** What {@code python -m} runs. */
  public static PythonProgram module(String name) {
    return new PythonProgram(Program.Kind.MODULE, name);
  }

  /** What {@code python -c} runs. */
  public static PythonProgram code(String source) {
    return new PythonProgram(Program.Kind.CODE, source);
  }

  /** The program's arguments. */
  public PythonProgram arguments(String... words) {
    arguments.addAll(List.of(words));
    return this;
  }

  /** The interpreter: a path, a command or a version; by default that of {@code leadline trace}. */
  public PythonProgram python(String asked) {
    python = Optional.of(asked);
    return this;
  }

  /** Options of the interpreter, each a token of its own. */
  public PythonProgram pythonOptions(String... options) {
    pythonOptions.addAll(List.of(options));
    return this;
  }

  /** Where the program starts. */
  public PythonProgram directory(Path start) {
    directory = here.resolve(start);
    return this;
  }

  /** What the program reads; nothing where this is not called. */
  public PythonProgram stdin(Path file) {
    stdin = Optional.of(here.resolve(file));
    return this;
  }

  /** Sets a variable of the program's environment. */
  public PythonProgram environment(String name, String value) {
    environment.put(name, Optional.of(value));
    return this;
  }

  /** The user's code is under these directories; by default under the program's own. */
  public PythonProgram roots(String... directories) {
    Stream.of(directories)
        .map(here::resolve)
        .map(Path::normalize)
        .map(Path::toString)
        .forEach(roots::add);
    return this;
  }

  /** Only files or dotted modules that match one of these globs. */
  public PythonProgram include(String... globs) {
    include.addAll(List.of(globs));
    return this;
  }

  /** No files or dotted modules that match one of these globs. */
  public PythonProgram exclude(String... globs) {
    exclude.addAll(List.of(globs));
    return this;
  }

  /** Records values, too: texts, bounded, those with the names of secrets left out. */
  public PythonProgram values(ValueKind... kinds) {
    values = Set.of(kinds);
    return this;
  }

  /** Records the code of libraries, too, which {@code neverRan} needs; slower. */
  public PythonProgram allCode() {
    allCode = true;
    return this;
  }

  /** Records child processes, too. */
  public PythonProgram follow() {
    follow = true;
    return this;
  }

  /** Stops the program when it has run so long. */
  public PythonProgram timeout(Duration limit) {
    timeout = Optional.of(limit);
    return this;
  }

  /**
   * Runs it to its end. How the program ends is no failure, and what assertions are for.
   *
   * @throws IllegalStateException if there is no such interpreter, or the program did not get to
   *     run; the message says why
   */
  public PythonTrace trace() throws IOException {
    ChosenInterpreter interpreter = Interpreters.choose(python);
    Recording usual = recording();
    // all that an assertion might ask for; each looks at its own part
    Recording wanted = usual.withModuleLevel(roots).withValues(values, SecretNames.GLOBS);
    RunSpec spec =
        RunSpec.of(new Program(kind, target, arguments), directory)
            .pythonOptions(pythonOptions)
            .recording(allCode ? wanted.withAllCode() : wanted)
            .environment(environment)
            .stdin(stdin)
            .timeout(timeout)
            .follow(follow)
            .build();
    return PythonTrace.of(new PythonRun(interpreter, spec), usual, wanted);
  }

  /** What is recorded where no assertion asks for more. */
  private Recording recording() {
    return Recording.builder().roots(roots).include(include).exclude(exclude).build();
  }
}
