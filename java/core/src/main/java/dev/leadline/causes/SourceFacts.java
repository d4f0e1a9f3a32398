package dev.leadline.causes;

import dev.leadline.flow.ControlFlow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands where in one source file. */
public final class SourceFacts {

  private final Map<FactKind, List<Fact>> facts = new EnumMap<>(FactKind.class);

  private CodeFlows flows = CodeFlows.read(List.of());

  private SourceFacts() {}

  /** The facts that the script printed; empty where its answer has no end, or tells nothing. */
  public static Optional<SourceFacts> read(List<String> lines) {
    SourceFacts read = new SourceFacts();
    boolean whole = lines.size() > 1 && lines.get(lines.size() - 1).equals("end");
    if (!whole) {
      return Optional.empty();
    }
    List<String> told = lines.subList(0, lines.size() - 1);
    int codes = 0;
    while (codes < told.size() && !told.get(codes).startsWith(CodeFlows.CODE)) {
      read.add(told.get(codes).split(" "));
      codes++;
    }
    read.flows = CodeFlows.read(told.subList(codes, told.size()));
    return Optional.of(read);
  }

  /** Whether something of this kind is at a line. */
  public boolean has(FactKind kind, int line) {
    return at(kind, line).findAny().isPresent();
  }

  /** Whether something of one of these kinds is at a line. */
  public boolean hasAny(Set<FactKind> kinds, int line) {
    return kinds.stream().anyMatch(kind -> has(kind, line));
  }

  /** Whether something of this kind and name is at a line. */
  boolean has(FactKind kind, int line, String name) {
    return at(kind, line).anyMatch(fact -> fact.name().equals(name));
  }

  /** The shortest thing of this kind that is at a line. */
  public Optional<Fact> innermost(FactKind kind, int line) {
    return at(kind, line).min(Comparator.comparingInt(Fact::length));
  }

  /** Whether a function or class of this name begins at a line. */
  public boolean defines(String name, int firstlineno) {
    return facts.getOrDefault(FactKind.DEF, List.of()).stream()
        .anyMatch(fact -> fact.name().equals(name) && fact.first() == firstlineno);
  }

  /** The control flow of a module, class body or function; empty where there is none. */
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
}
