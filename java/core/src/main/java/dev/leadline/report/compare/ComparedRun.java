package dev.leadline.report.compare;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.json.JsonObject;
import dev.leadline.report.text.JsonParts;
import dev.leadline.report.text.Phrases;
import dev.leadline.versions.VersionRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column of a page that compares: one interpreter, or one trace.
 *
 * @param name differs from that of all others of the page
 * @param origin the interpreter's executable, or the trace's file
 * @param failure why it is not compared
 * @param execution what was recorded, where anything was
 * @param deepestLevel highest level of a user frame, where it is known
 */
record ComparedRun(
    String name,
    String origin,
    Optional<String> failure,
    Optional<Execution> execution,
    OptionalInt deepestLevel) {

  /** The runs of several interpreters. */
  static List<ComparedRun> of(List<VersionRun> runs) {
    List<String> names = distinct(runs.stream().map(VersionRun::name).toList());
    List<ComparedRun> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      VersionRun run = runs.get(i);
      all.add(
          new ComparedRun(
              names.get(i),
              run.executable(),
              run.failure(),
              run.execution(),
              run.facts().isPresent() ? OptionalInt.of(run.deepestLevel()) : OptionalInt.empty()));
    }
    return all;
  }

  /** Two stored traces. */
  static List<ComparedRun> of(ComparedTraces traces, String left, String right) {
    String one = fileName(left);
    String other = fileName(right);
    List<String> names = distinct(one.equals(other) ? List.of(left, right) : List.of(one, other));
    return List.of(
        trace(names.get(0), left, traces.left()), trace(names.get(1), right, traces.right()));
  }

  private static ComparedRun trace(String name, String file, Execution execution) {
    return new ComparedRun(
        name, file, Optional.empty(), Optional.of(execution), OptionalInt.empty());
  }

  private static String fileName(String file) {
    Path name = Path.of(file).getFileName();
    return name == null ? file : name.toString();
  }

  /** Two releases of one version have one name, and so may two files. */
  private static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String candidate = name;
      for (int number = 2; distinct.contains(candidate); number++) {
        candidate = name + " (" + number + ")";
      }
      distinct.add(candidate);
    }
    return distinct;
  }

  JsonObject json() {
    JsonObject object =
        new JsonObject()
            .text("name", name)
            .text("origin", origin)
            .text("failure", failure)
            .number("deepest", JsonParts.wide(deepestLevel));
    if (execution.isEmpty()) {
      return object.flag("ran", false);
    }
    ExecutionFacts facts = execution.get().facts();
    Ending ending = facts.ending();
    Map<EventKind, Long> events = facts.events();
    return object
        .flag("ran", true)
        .text("program", Phrases.program(facts.header()))
        .text("python", Phrases.python(facts.header()))
        .text("executable", facts.header().python().executable())
        .text("outcome", Phrases.outcome(ending) + Phrases.status(ending))
        .number("base", JsonParts.wide(ending.baseDepth()))
        .number("activations", facts.activations())
        .object("events", JsonParts.counts(new JsonObject(), events))
        .texts("notices", facts.notices().stream().limit(20).map(one -> one.text()).toList());
  }
}
