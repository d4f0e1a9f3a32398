package dev.leadline.depths;

import dev.leadline.event.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What calls the program's code: the stack with its {@code <module>}, or another one. */
public enum StackKind {
  /** The stack of the program's {@code <module>}. */
  PROGRAM("program", layers -> false),
  /** The {@code <module>} of another file of the user's that is imported. */
  IMPORT("import", layers -> false),
  /** A coroutine or callback that an event loop of asyncio runs. */
  TASK("asyncio task", from("asyncio")),
  /** A test that unittest calls. */
  UNITTEST("unittest test", from("unittest.case")),
  /** A test, fixture or hook that pytest calls. */
  PYTEST("pytest test", from("_pytest")),
  /** A worker thread of {@code concurrent.futures}. */
  EXECUTOR("executor thread", from("concurrent.futures.thread")),
  /** What multiprocessing calls in a child. */
  CHILD("child process", from("multiprocessing").or(from("concurrent.futures.process"))),
  /** The function of a thread, or its {@code run}. */
  THREAD("thread", from("threading")),
  /** What a greenlet begins with. */
  GREENLET("greenlet", layers -> false),
  /** The root of a stack: atexit handlers, hooks, finalisers, threads of {@code _thread}. */
  ROOT("called by the interpreter", List::isEmpty),
  /** Anything else that calls the program back. */
  CALLBACK("callback", layers -> true);

  private static final String IMPORTER = "importlib._bootstrap";

  private final String words;
  private final Predicate<List<Layer>> calls;

  StackKind(String words, Predicate<List<Layer>> calls) {
    this.words = words;
    this.calls = calls;
  }

  /** The words for reports: {@code asyncio task}, {@code thread}, ... */
  public String words() {
    return words;
  }

  /** What calls a function through these layers. */
  static StackKind of(String function, List<Layer> layers) {
    boolean imported =
        layers.stream().anyMatch(layer -> names(layer).anyMatch(name -> isOf(name, IMPORTER)));
    if (imported && function.equals("<module>")) {
      return IMPORT;
    }
    return Arrays.stream(values())
        .filter(kind -> kind.calls.test(layers))
        .findFirst()
        .orElse(CALLBACK);
  }

  /** What calls the first function of a stack, a greenlet's or not, through these layers. */
  static StackKind of(String function, List<Layer> layers, boolean greenlet) {
    StackKind kind = of(function, layers);
    return greenlet && (kind == ROOT || kind == CALLBACK) ? GREENLET : kind;
  }

  private static Predicate<List<Layer>> from(String module) {
    return layers -> layers.stream().anyMatch(layer -> isOf(layer.module(), module));
  }

  /** Frozen importers before 3.11 have files and modules of other names. */
  private static Stream<String> names(Layer layer) {
    return Stream.of(layer.module(), layer.file().replace("<frozen ", "").replace(">", ""));
  }

  private static boolean isOf(String name, String module) {
    return name.equals(module) || name.startsWith(module + ".") || name.startsWith(module + "_");
  }
}
