package dev.leadline.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is run.
 *
 * @param kind how the target is to be taken
 * @param target a path, a module name, or the code; {@code -} for a program on stdin
 * @param arguments what follows the program on the command line
 */
public record Program(Kind kind, String target, List<String> arguments) {

  /** The ways in which CPython is given a program. */
  public enum Kind {
    /** A file; the agent finds out by itself if it is a zip. */
    SCRIPT,
    /** {@code -m NAME} */
    MODULE,
    /** {@code -c CODE} */
    CODE,
    /** A directory with a {@code __main__.py}. */
    DIRECTORY,
    /** The source is read from stdin. */
    STDIN;

    /** The name as the agent's configuration writes it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Program {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    arguments = List.copyOf(arguments);
  }

  /**
   * The program that a path names: a script, a directory, or {@code -} for the source on stdin.
   *
   * @param path relative to {@code directory}
   */
  public static Program at(String path, List<String> arguments, Path directory) {
    if (path.equals("-")) {
      return new Program(Kind.STDIN, path, arguments);
    }
    Program script = new Program(Kind.SCRIPT, path, arguments);
    boolean isDirectory = !script.isBeyondJava() && Files.isDirectory(directory.resolve(path));
    return isDirectory ? new Program(Kind.DIRECTORY, path, arguments) : script;
  }

  /** It and its arguments, as they stand on the command line of a plain run. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    switch (kind) {
      case MODULE -> words.add("-m");
      case CODE -> words.add("-c");
      case SCRIPT, DIRECTORY, STDIN -> {}
    }
    words.add(target);
    words.addAll(arguments);
    return words;
  }

  /** Whether it is a file that is not there. */
  public boolean isMissing(Path directory) {
    return kind == Kind.SCRIPT && !isBeyondJava() && !Files.exists(directory.resolve(target));
  }

  /**
   * Whether the target is a path with bytes that are not UTF-8, which Java cannot look at: CPython
   * will say what is wrong with it, if anything is.
   */
  public boolean isBeyondJava() {
    int c;
    for (int i = 0; i < target.length(); i += Character.charCount(c)) {
      c = target.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return true;
      }
    }
    return false;
  }
}
