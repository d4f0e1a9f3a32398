package dev.leadline.report.coverage;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Function;
import dev.leadline.event.ExecutableFile.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What ran of a file, and how often.
 *
 * @param path absolute
 * @param statements those that can run, in their order
 * @param functions those with a {@code def}, in their order
 */
record FileCoverage(String path, List<RanStatement> statements, List<RanFunction> functions) {

  /**
   * A statement, or the header of a compound one.
   *
   * @param line its first line
   * @param count how often it began
   * @param branches of a statement with several ways out, how often each was taken
   */
  record RanStatement(int line, long count, List<Long> branches) {
    long taken() {
      return branches.stream().filter(one -> one > 0).count();
    }
  }

  /**
   * A function.
   *
   * @param line that of its {@code def}
   * @param calls resumptions of generators are none
   */
  record RanFunction(int line, String name, long calls) {}

  /** What arcs say of a file. */
  static FileCoverage of(String path, ExecutableFile executable, ArcTable arcs) {
    Counts counts = new Counts(executable);
    arcs.forEach(counts::add);
    Map<Integer, Branch> branches = new HashMap<>();
    executable.branches().forEach(branch -> branches.put(branch.line(), branch));
    List<RanStatement> statements = new ArrayList<>();
    for (Statement one : executable.statements()) {
      Branch branch = branches.get(one.first());
      List<Long> taken = branch == null ? List.of() : counts.taken(branch);
      statements.add(new RanStatement(one.first(), counts.begun(one), taken));
    }
    List<RanFunction> functions =
        executable.functions().stream()
            .map(one -> new RanFunction(one.line(), name(one, executable), counts.calls(one)))
            .toList();
    return new FileCoverage(path, statements, functions);
  }

  /** Tools know a function by its name: one that is defined twice has its line behind it. */
  private static String name(Function function, ExecutableFile executable) {
    boolean twice =
        executable.functions().stream().filter(one -> one.name().equals(function.name())).count()
            > 1;
    return twice ? function.name() + ":" + function.line() : function.name();
  }

  long statementsRan() {
    return statements.stream().filter(one -> one.count() > 0).count();
  }

  long branches() {
    return statements.stream().mapToLong(one -> one.branches().size()).sum();
  }

  long branchesTaken() {
    return statements.stream().mapToLong(RanStatement::taken).sum();
  }

  /** Arcs added up by statement, since a statement of several lines has arcs within itself. */
  private static final class Counts {
    private final TreeMap<Integer, Statement> statements = new TreeMap<>();
    private final Map<Integer, Long> begun = new HashMap<>();
    private final Map<Integer, Long> calls = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> onward = new HashMap<>();

    Counts(ExecutableFile executable) {
      executable.statements().forEach(one -> statements.put(one.first(), one));
    }

    void add(int fromLine, int toLine, long count) {
      int from = first(fromLine);
      int to = first(toLine);
      if (fromLine < 0) {
        calls.merge(-fromLine, count, Long::sum);
      }
      if (to > 0) {
        // within itself it went on; but it ran, also where its begin was not seen
        begun.merge(to, from == to ? 0 : count, Long::sum);
      }
      onward.computeIfAbsent(from, key -> new HashMap<>()).merge(to, count, Long::sum);
    }

    /** The first line of the statement that a line belongs to; another line is itself. */
    private int first(int line) {
      Map.Entry<Integer, Statement> before = statements.floorEntry(line);
      return before != null && line <= before.getValue().last() ? before.getKey() : line;
    }

    long begun(Statement statement) {
      Long count = begun.get(statement.first());
      return count == null ? 0 : Math.max(1, count);
    }

    long calls(Function function) {
      return calls.getOrDefault(function.first(), 0L);
    }

    /** How often each way of a branch was taken; a line counts for the way it is likeliest for. */
    List<Long> taken(Branch branch) {
      long[] taken = new long[branch.ways().size()];
      onward
          .getOrDefault(branch.line(), Map.of())
          .forEach(
              (to, count) -> {
                int way = likeliest(branch, to);
                if (way >= 0) {
                  taken[way] += count;
                }
              });
      List<Long> list = new ArrayList<>();
      for (long one : taken) {
        list.add(one);
      }
      return list;
    }

    private int likeliest(Branch branch, int to) {
      int best = -1;
      int bestPlace = Integer.MAX_VALUE;
      for (int way = 0; way < branch.ways().size(); way++) {
        int place = branch.ways().get(way).stream().map(this::first).toList().indexOf(to);
        if (place >= 0 && place < bestPlace) {
          best = way;
          bestPlace = place;
        }
      }
      return best;
    }
  }
}
