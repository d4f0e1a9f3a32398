package dev.leadline.checkfile;

import dev.leadline.check.CheckPlan;
import dev.leadline.check.PlannedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads check files. Paths in them are relative to the file's own directory, but for a program's,
 * which is relative to where the program starts, as it is on a command line.
 */
public final class CheckFile {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(
          Problem::mark, Comparator.comparingInt(Mark::line).thenComparingInt(Mark::column));

  private static final String SAMPLE =
      """
      runs:
        - program: sample.py
          expect: {calls: {work: 1}}
      """;

  /** More of them are rarely more than one mistake, made often. */
  private static final int MOST = 50;

  private final String name;
  private final Path base;
  private final boolean update;
  private final Map<String, Optional<String>> surroundings;
  private final Set<Problem> problems = new LinkedHashSet<>();

  private CheckFile(
      String name, Path base, boolean update, Map<String, Optional<String>> surroundings) {
    this.name = name;
    this.base = base;
    this.update = update;
    this.surroundings = surroundings;
  }

  /** Does what the first file of this JVM needs whatever is in it. */
  public static void prepare() {
    try {
      Spot.root(NodeReader.read(SAMPLE), new HashSet<>()).as(FileKeys.TABLE);
    } catch (UnreadableException e) {
      throw new IllegalStateException("the sample of a check file is none", e);
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
    CheckFile read = new CheckFile(name, absolute.getParent(), update, Map.copyOf(surroundings));
    return new CheckPlan(file.toString(), read.runs(FileText.read(absolute, name)));
  }

  private List<PlannedRun> runs(String text) throws CheckFileException {
    List<PlannedRun> runs = new ArrayList<>();
    try {
      Spot root = Spot.root(NodeReader.read(text), problems);
      root.as(FileKeys.TABLE).ifPresent(values -> runs.addAll(runs(values)));
    } catch (UnreadableException e) {
      problems.add(new Problem(e.mark(), "", e.getMessage()));
    }
    if (!problems.isEmpty()) {
      throw new CheckFileException(lines());
    }
    return runs;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    problems.stream().sorted(BY_PLACE).limit(MOST).forEach(problem -> lines.add(problem.in(name)));
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
        file.get(FileKeys.RUNS).orElseThrow().stream()
            .map(run -> new RunReader(run, defaults))
            .toList();
    Around alone = new Around(name, base, update, surroundings, Map.of(), new HashSet<>());
    Map<String, PlannedRun> byName = new LinkedHashMap<>();
    for (RunReader reader : readers) {
      PlannedRun run = reader.run(alone);
      PlannedRun same = byName.putIfAbsent(run.name(), run);
      if (same != null) {
        reader.nameSpot().wrong(alike(same));
      }
    }
    if (!problems.isEmpty()) {
      return List.of();
    }
    Around around = new Around(name, base, update, surroundings, byName, new HashSet<>());
    List<PlannedRun> runs = new ArrayList<>();
    Iterator<RunReader> reader = readers.iterator();
    for (PlannedRun run : byName.values()) {
      runs.add(run.expecting(reader.next().expectations(run.name(), around)));
    }
    return runs;
  }
}
