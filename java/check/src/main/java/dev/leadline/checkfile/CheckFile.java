package dev.leadline.checkfile;

import dev.leadline.check.CheckPlan;
import dev.leadline.check.PlannedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads check files. Paths in them are relative to the file's own directory, but for a program's,
 * which is relative to where the program starts, as it is on a command line.
 */
public final class CheckFile {

  /** More of them are rarely more than one mistake, made often. */
  private static final int MOST = 50;

  private final String name;
  private final Path base;
  private final boolean update;
  private final Map<String, Optional<String>> surroundings;
  private final Draft draft;

  private CheckFile(
      String name,
      Path base,
      boolean update,
      Map<String, Optional<String>> surroundings,
      Draft draft) {
    this.name = name;
    this.base = base;
    this.update = update;
    this.surroundings = surroundings;
    this.draft = draft;
  }

  /**
   * Begins with a file that is likely to be loaded, while it is not known yet whether and how. What
   * cannot be read ahead is left to {@link #load}, which says why.
   *
   * @param file absolute
   */
  public static void readAhead(Path file) {
    if (!Files.isRegularFile(file)) {
      return; // what is read from a pipe is gone
    }
    try {
      Draft.readAhead(FileText.read(file, file.toString()));
    } catch (CheckFileException e) {
      return;
    }
  }

  /**
   * The plan that a file holds, whether it is YAML or JSON.
   *
   * @param file its path as it was named
   * @param directory where relative paths begin, absolute
   * @param update whether golden files are to be written instead of compared
   * @throws CheckFileException with all that is wrong with it
   */
  public static CheckPlan load(Path file, Path directory, boolean update)
      throws CheckFileException {
    return load(file, directory, update, Map.of());
  }

  /**
   * The same.
   *
   * @param surroundings what is changed in the environment of this process for all programs, as the
   *     runner of the plan has it: it is needed where a run is measured against another
   */
  public static CheckPlan load(
      Path file, Path directory, boolean update, Map<String, Optional<String>> surroundings)
      throws CheckFileException {
    Path absolute = directory.resolve(file).normalize();
    Path shown =
        absolute.startsWith(directory.normalize())
            ? directory.normalize().relativize(absolute)
            : file;
    String name = shown.toString().replace('\\', '/');
    Draft draft = Draft.of(FileText.read(absolute, name));
    CheckFile read =
        new CheckFile(name, absolute.getParent(), update, Map.copyOf(surroundings), draft);
    return new CheckPlan(file.toString(), read.runs());
  }

  private List<PlannedRun> runs() throws CheckFileException {
    List<PlannedRun> runs = draft.values().map(this::runs).orElse(List.of());
    if (!draft.problems().isEmpty()) {
      throw new CheckFileException(lines());
    }
    return runs;
  }

  private List<String> lines() {
    Set<Problem> problems = draft.problems();
    List<String> lines = new ArrayList<>();
    problems.stream()
        .sorted(
            Comparator.comparing(
                Problem::mark, Comparator.comparingInt(Mark::line).thenComparingInt(Mark::column)))
        .limit(MOST)
        .forEach(problem -> lines.add(problem.in(name)));
    if (problems.size() > MOST) {
      lines.add(name + ": and " + (problems.size() - MOST) + " more");
    }
    return lines;
  }

  private static String alike(PlannedRun other) {
    return "the run in line "
        + other.place().line()
        + " is called '"
        + other.name()
        + "', too; give each a name of its own";
  }

  private List<PlannedRun> runs(Values file) {
    Values defaults = file.get(FileKeys.DEFAULTS).orElseGet(Values::new);
    List<RunReader> readers =
        file.get(FileKeys.RUNS).orElse(List.of()).stream()
            .map(run -> new RunReader(run, defaults))
            .toList();
    Around alone = new Around(name, base, update, surroundings, Map.of(), "", new HashSet<>());
    List<PlannedRun> runs = new ArrayList<>();
    Map<String, PlannedRun> byName = new LinkedHashMap<>();
    for (RunReader reader : readers) {
      PlannedRun run = reader.run(alone);
      PlannedRun same = reader.isNamed() ? byName.putIfAbsent(run.name(), run) : null;
      if (same != null) {
        reader.nameSpot().wrong(alike(same));
      }
      runs.add(run);
    }
    // also where something is wrong already: all of it is said at once
    Around around = new Around(name, base, update, surroundings, byName, "", new HashSet<>());
    List<PlannedRun> expecting = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      PlannedRun run = runs.get(i);
      expecting.add(run.expecting(readers.get(i).expectations(run.name(), around)));
    }
    return expecting;
  }
}
