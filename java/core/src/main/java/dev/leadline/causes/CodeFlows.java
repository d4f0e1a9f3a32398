package dev.leadline.causes;

import dev.leadline.flow.ControlFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control flows of a source file's code objects, each made when it is asked for. */
final class CodeFlows {

  /** What a line begins with that begins a code object. */
  static final String CODE = "code ";

  private static final String MODULE = "<module>";

  private final Map<String, List<String>> told;
  private final Map<String, Optional<ControlFlow>> made = new HashMap<>();

  private CodeFlows(Map<String, List<String>> told) {
    this.told = told;
  }

  /** Those that control_flow.py told. */
  static CodeFlows read(List<String> lines) {
    Map<String, List<String>> told = new HashMap<>();
    List<String> nodes = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(CODE)) {
        nodes = new ArrayList<>();
        told.putIfAbsent(line.substring(CODE.length()), nodes);
      } else {
        nodes.add(line);
      }
    }
    return new CodeFlows(told);
  }

  /** That of a code object with this {@code co_name} and {@code co_firstlineno}. */
  synchronized Optional<ControlFlow> of(String name, int firstlineno) {
    String key = (name.equals(MODULE) ? 0 : firstlineno) + " " + name;
    return made.computeIfAbsent(
        key, missing -> Optional.ofNullable(told.get(key)).map(ControlFlow::read));
  }
}
