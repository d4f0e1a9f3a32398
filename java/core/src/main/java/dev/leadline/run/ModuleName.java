package dev.leadline.run;

import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.Runner.RunnerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The name under which the import system finds a script: from the directory that a runner is
 * started in, or from one of {@code PYTHONPATH}; the one nearest to the script where several hold
 * it. A directory on the way is a package, with {@code __init__.py} or without.
 */
public final class ModuleName {

  private static final String SUFFIX = ".py";
  private static final String PACKAGE = "__init__";

  private final Path directory;
  private final List<Path> searched;

  /** Names as a process in these surroundings imports them. */
  public ModuleName(Surroundings surroundings) {
    this.directory = surroundings.directory();
    this.searched =
        Stream.concat(Stream.of(directory), surroundings.pathList("PYTHONPATH").stream())
            .map(Path::normalize)
            .toList();
  }

  String of(Program script) throws RunnerException {
    Path file = directory.resolve(script.target()).normalize();
    Path nearest =
        searched.stream()
            .filter(file::startsWith)
            .max(Comparator.comparingInt(Path::getNameCount))
            .orElseThrow(() -> unreachable(script));
    List<String> names = new ArrayList<>();
    nearest.relativize(file).forEach(part -> names.add(part.toString()));
    String last = names.remove(names.size() - 1);
    if (!last.endsWith(SUFFIX)) {
      throw none(script, "its name does not end in .py");
    }
    last = last.substring(0, last.length() - SUFFIX.length());
    if (names.isEmpty() || !last.equals(PACKAGE)) {
      names.add(last);
    }
    for (String name : names) {
      if (!isIdentifier(name)) {
        throw none(script, "'" + name + "' is no identifier");
      }
    }
    return String.join(".", names);
  }

  private RunnerException unreachable(Program script) {
    return none(
        script,
        "it is neither under "
            + directory
            + ", where the runner starts (--cwd), nor under a directory of PYTHONPATH");
  }

  private static RunnerException none(Program script, String why) {
    return new RunnerException("{module}: no import can name " + script.target() + ": " + why);
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && (name.charAt(0) == '_' || Character.isUnicodeIdentifierStart(name.codePointAt(0)))
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
