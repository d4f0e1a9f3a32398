package dev.leadline.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a trace holds of one file, by line: flat events go in, numbers come out. */
final class LineFacts {

  private final Map<Integer, Integer> calls = new HashMap<>();
  private final Map<Integer, Integer> resumes = new HashMap<>();
  private final Map<Integer, Integer> nodes = new HashMap<>();
  private final Map<Integer, Set<Integer>> levels = new HashMap<>();
  private final Map<Integer, Integer> lines = new HashMap<>();
  private final Map<Integer, Set<String>> raised = new HashMap<>();

  /** Those of the files of flat events, by name. */
  static Map<String, LineFacts> byFile(Path flat) {
    Map<String, LineFacts> facts = new HashMap<>();
    for (JsonNode event : OracleEvent.values(flat)) {
      facts.computeIfAbsent(event.get("file").asText(), file -> new LineFacts()).add(event);
    }
    return facts;
  }

  void add(JsonNode event) {
    int lineno = event.get("lineno").intValue(); // None counts as line 0, which no program has
    switch (event.get("event").asText()) {
      case "call" -> addCall(event);
      case "line" -> lines.merge(lineno, 1, Integer::sum);
      case "exception" ->
          raised
              .computeIfAbsent(lineno, key -> new TreeSet<>())
              .add(event.get("exception").get("type").asText());
      default -> {
        // a return is not about a line
      }
    }
  }

  private void addCall(JsonNode event) {
    if (!event.get("function").asText().equals("<module>")) {
      int firstlineno = event.get("firstlineno").intValue();
      calls.merge(firstlineno, 1, Integer::sum);
      resumes.merge(firstlineno, event.path("resumed").asBoolean() ? 1 : 0, Integer::sum);
      levels
          .computeIfAbsent(firstlineno, key -> new TreeSet<>())
          .add(event.get("level").intValue());
    }
  }

  /** A node of the call tree, for a function that begins at the line. */
  void addNode(int line) {
    nodes.merge(line, 1, Integer::sum);
  }

  /** Calls, resumptions included, of all functions and class bodies that begin at the line. */
  int calls(int line) {
    return calls.getOrDefault(line, 0);
  }

  /** Those of the calls that went on with what had been entered before. */
  int resumes(int line) {
    return resumes.getOrDefault(line, 0);
  }

  /** Nodes of the call tree for what begins at the line. */
  int nodes(int line) {
    return nodes.getOrDefault(line, 0);
  }

  /** The levels that those calls were at, ascending. */
  Set<Integer> levels(int line) {
    return levels.getOrDefault(line, Set.of());
  }

  /** Line events of the line. */
  int lines(int line) {
    return lines.getOrDefault(line, 0);
  }

  /** Classes of the exceptions that were raised at the line, or came up into it. */
  Set<String> raised(int line) {
    return raised.getOrDefault(line, Set.of());
  }
}
