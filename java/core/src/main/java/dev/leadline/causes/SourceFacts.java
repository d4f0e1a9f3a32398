package dev.leadline.causes;

import dev.leadline.flow.ControlFlow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands where in one source file. */
public final class SourceFacts {

  private final Map<FactKind, List<Fact>> facts = new EnumMap<>(FactKind.class);

  private CodeFlows flows = CodeFlows.read(List.of());

  private SourceFacts() {}

  /** The facts that the script printed; empty where its answer has no end, or tells nothing. */
  static Optional<SourceFacts> read(List<String> lines) {
    SourceFacts read = new SourceFacts();
    boolean whole = lines.size() > 1 && lines.get(lines.size() - 1).equals("end");
    if (!whole) {
      return Optional.empty();
    }
    List<String> answer = lines.subList(0, lines.size() - 1);
    int codes = 0;
    while (codes < answer.size() && !answer.get(codes).startsWith(CodeFlows.CODE)) {
      read.add(answer.get(codes).split(" "));
      codes++;
    }
    read.flows = CodeFlows.read(answer.subList(codes, answer.size()));
    return Optional.of(read);
  }

  /** Whether something of this kind is at a line. */
  boolean has(FactKind kind, int line) {
    return at(kind, line).findAny().isPresent();
  }

  /** Whether something of one of these kinds is at a line. */
  boolean hasAny(Set<FactKind> kinds, int line) {
    return kinds.stream().anyMatch(kind -> has(kind, line));
  }

  /** Whether something of this kind and name is at a line. */
  boolean has(FactKind kind, int line, String name) {
    return at(kind, line).anyMatch(fact -> fact.name().equals(name));
  }

  /** The shortest thing of this kind that is at a line. */
  Optional<Fact> innermost(FactKind kind, int line) {
    return at(kind, line).min(Comparator.comparingInt(Fact::length));
  }

  /** Whether a function or class of this name begins at a line. */
  boolean defines(String name, int firstlineno) {
    return facts.getOrDefault(FactKind.DEF, List.of()).stream()
        .anyMatch(fact -> fact.name().equals(name) && fact.first() == firstlineno);
  }

  /** The control flow of a module, class body or function; empty if it has none. */
  Optional<ControlFlow> flow(String name, int firstlineno) {
    return flows.of(name, firstlineno);
  }

  /** The first thing of this kind and name. */
  Optional<Fact> named(FactKind kind, String name) {
    return facts.getOrDefault(kind, List.of()).stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst();
  }

  Stream<Fact> at(FactKind kind, int line) {
    return facts.getOrDefault(kind, List.of()).stream().filter(fact -> fact.covers(line));
  }

  private void add(String[] words) {
    FactKind.named(words[0])
        .ifPresent(
            kind -> {
              int first = Integer.parseInt(words[1]);
              // before 3.8 an interpreter does not know where all of its expressions end
              int last = Math.max(first, Integer.parseInt(words[2]));
              facts
                  .computeIfAbsent(kind, missing -> new ArrayList<>())
                  .add(new Fact(kind, first, last, words[3]));
            });
  }

  /** The control flows of a source file's code objects, each made when it is asked for. */
  private static final class CodeFlows {

    /** What a line begins with that begins a code object. */
    static final String CODE = "code ";

    private static final String MODULE = "<module>";

    private final Map<String, List<String>> written;
    private final Map<String, Optional<ControlFlow>> made = new HashMap<>();

    private CodeFlows(Map<String, List<String>> written) {
      this.written = written;
    }

    /** Those that control_flow.py wrote. */
    static CodeFlows read(List<String> lines) {
      Map<String, List<String>> written = new HashMap<>();
      List<String> nodes = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith(CODE)) {
          nodes = new ArrayList<>();
          written.putIfAbsent(line.substring(CODE.length()), nodes);
        } else {
          nodes.add(line);
        }
      }
      return new CodeFlows(written);
    }

    /** That of a code object with this {@code co_name} and {@code co_firstlineno}. */
    synchronized Optional<ControlFlow> of(String name, int firstlineno) {
      String key = (name.equals(MODULE) ? 0 : firstlineno) + " " + name;
      return made.computeIfAbsent(
          key, missing -> Optional.ofNullable(written.get(key)).map(ControlFlow::read));
    }
  }

  /**
   * One thing that stands in a source file.
   *
   * @param kind what it is
   * @param first its first line
   * @param last its last line
   * @param name its name, {@code -} where it has none
   */
  record Fact(FactKind kind, int first, int last, String name) {

    public Fact {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      if (last < first) {
        throw new IllegalArgumentException("%s from %d to %d".formatted(kind, first, last));
      }
    }

    boolean covers(int line) {
      return first <= line && line <= last;
    }

    int length() {
      return last - first;
    }
  }
}
