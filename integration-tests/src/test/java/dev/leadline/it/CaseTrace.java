package dev.leadline.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the stored trace of a case must hold: what its files say, and how the process left. */
final class CaseTrace {

  private final Path trace;
  private final FidelityCase wanted;

  CaseTrace(Path trace, FidelityCase wanted) {
    this.trace = trace;
    this.wanted = wanted;
  }

  /** What it lacks, in words; empty where it holds everything. */
  List<String> contradictions(Version version) throws IOException {
    List<String> found =
        new ArrayList<>(wanted.setting("leaves").stream().flatMap(this::left).toList());
    List<Expectation> expectations =
        wanted.files().stream()
            .flatMap(file -> Expectation.in(Path.of(file.path()), file.text(), version).stream())
            .toList();
    if (!expectations.isEmpty()) {
      Map<String, LineFacts> facts = facts();
      expectations.stream()
          .map(one -> one.contradiction(facts.getOrDefault(name(one.file()), new LineFacts())))
          .filter(contradiction -> !contradiction.isEmpty())
          .forEach(found::add);
    }
    return found;
  }

  private Stream<String> left(String expected) {
    String last = "nothing";
    for (JsonNode record : OracleEvent.values(trace)) {
      if (record.path("record").asText().equals("leaving")) {
        last = (record.get("how").asText() + " " + record.get("detail").asText()).strip();
      }
    }
    return last.equals(expected)
        ? Stream.empty()
        : Stream.of("expected leaving " + expected + ", got " + last);
  }

  private Map<String, LineFacts> facts() throws IOException {
    Path flat = Files.createTempFile(trace.getParent(), "flat", ".ndjson");
    Run.leadline(
        trace.getParent(),
        List.of("report", "--format", "ndjson", "-o", flat.toString(), trace.toString()));
    Map<String, LineFacts> facts = new HashMap<>();
    for (JsonNode event : OracleEvent.values(flat)) {
      String file = name(Path.of(event.get("file").asText()));
      facts.computeIfAbsent(file, key -> new LineFacts()).add(event);
    }
    return facts;
  }

  /** Versions differ in whether a script's file is relative, so files go by their last name. */
  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
