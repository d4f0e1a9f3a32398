package dev.leadline.check.file;

import dev.leadline.check.file.node.Mark;
import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.NodeReader;
import dev.leadline.check.file.node.Problem;
import dev.leadline.check.file.node.UnreadableException;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Values;
import dev.leadline.check.plan.CheckPlan;
import dev.leadline.check.plan.PlannedRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

  /** More of them are rarely more than one mistake, made often. */
  private static final int MOST = 50;

  private static final String SCHEMA_HEAD =
      "\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"title\":\"Leadline check file\",";

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
    String name = (shown.toString().isEmpty() ? file : shown).toString().replace('\\', '/');
    Draft draft = Draft.of(FileText.read(absolute, name));
    CheckFile read =
        new CheckFile(name, absolute.getParent(), update, Map.copyOf(surroundings), draft);
    return new CheckPlan(file.toString(), read.runs());
  }

  /**
   * Writes the JSON Schema (draft 7, which editors know best) of check files, made from what reads
   * them, on one line into {@code out}, which stays open.
   */
  public static void writeSchema(Writer out) throws IOException {
    String schema = FileKeys.TABLE.schema().toJson();
    out.write("{" + SCHEMA_HEAD + schema.substring(1) + "\n");
    out.flush();
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
    Context alone = new Context(name, base, update, surroundings, Map.of(), "", new HashSet<>());
    List<PlannedRun> runs = new ArrayList<>();
    Map<String, PlannedRun> byName = new LinkedHashMap<>();
    for (RunReader reader : readers) {
      PlannedRun run = reader.run(alone);
      PlannedRun same = reader.isNamed() ? byName.putIfAbsent(run.name(), run) : null;
      if (same != null) {
        reader.nameCursor().wrong(alike(same));
      }
      runs.add(run);
    }
    // also where something is wrong already: all of it is said at once
    Context context = new Context(name, base, update, surroundings, byName, "", new HashSet<>());
    List<PlannedRun> expecting = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      PlannedRun run = runs.get(i);
      expecting.add(run.expecting(readers.get(i).expectations(run.name(), context)));
    }
    return expecting;
  }

  /**
   * What the text of a check file says by itself, before anything around it matters.
   *
   * @param values what of the file is right; empty where it is no mapping
   * @param problems what is wrong with it so far; whoever reads on adds to them
   */
  private record Draft(Optional<Values> values, Set<Problem> problems) {

    /** That of a text. */
    static Draft of(String text) {
      Set<Problem> problems = new LinkedHashSet<>();
      try {
        Node root = NodeReader.read(text, problems);
        return new Draft(Cursor.root(root, problems).as(FileKeys.TABLE.partly()), problems);
      } catch (UnreadableException e) {
        problems.add(new Problem(e.mark(), "", e.getMessage()));
        return new Draft(Optional.empty(), problems);
      }
    }
  }

  /** The text of a check file: UTF-8, and no more of it than a person would write. */
  private static final class FileText {

    private static final int LARGEST = 4 << 20;

    private FileText() {}

    /**
     * Reads it.
     *
     * @param name what messages call the file
     */
    static String read(Path file, String name) throws CheckFileException {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw failed(name, "it is larger than 4 MiB");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (NoSuchFileException e) {
        throw failed(name, "there is no such check file");
      } catch (CharacterCodingException e) {
        throw failed(name, "it is not UTF-8");
      } catch (AccessDeniedException e) {
        throw failed(name, "it cannot be read: permission denied");
      } catch (IOException e) {
        boolean directory = Files.isDirectory(file);
        throw failed(
            name, directory ? "it is a directory" : "it cannot be read: " + e.getMessage());
      }
    }

    private static CheckFileException failed(String name, String why) {
      return new CheckFileException(List.of(name + ": " + why));
    }
  }
}
