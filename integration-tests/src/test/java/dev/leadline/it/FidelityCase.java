package dev.leadline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program, what it is run with, and its files. The syntax of the table is in {@code
 * integration-tests/fidelity/README.md}.
 *
 * @param table the file that it stands in
 * @param name what it shows
 * @param settings what stands between its name and its first file
 * @param files what its directory holds, in order
 */
record FidelityCase(
    String table, String name, Map<String, String> settings, List<SourceFile> files) {

  /** Addresses differ from run to run, traced or not. */
  private static final String ADDRESS = "0x[0-9a-f]{6,}";

  FidelityCase {
    settings = Map.copyOf(settings);
    files = List.copyOf(files);
  }

  static List<FidelityCase> in(Path table) {
    List<FidelityCase> cases = new ArrayList<>();
    for (String text : read(table).split("(?m)^== ", -1)) {
      if (!text.isBlank()) {
        cases.add(parse(table.getFileName().toString(), text));
      }
    }
    return cases;
  }

  boolean runsOn(Version version) {
    String since = setting("python").orElse("3.6+");
    return version.atLeast(since.replace("+", ""));
  }

  /** Whether an empty trace function is part of the plain run. */
  boolean plainIsTraced(Version version) {
    return !Repository.recordsInC()
        && setting("tracer").map(last -> !version.atLeast(next(last))).orElse(false);
  }

  private static String next(String version) {
    String[] parts = version.replace("-", "").split("\\.");
    return parts[0] + "." + (Integer.parseInt(parts[1]) + 1);
  }

  /** The words behind the interpreter and its options; {@code {here}} is the case's directory. */
  List<String> command(Path directory) {
    return Words.of(setting("run").orElse("main.py").replace("{here}", directory.toString()));
  }

  /** The interpreter's options, each with its value: {@code -W error} is one. */
  List<String> options() {
    String options = setting("options").orElse("");
    return options.isEmpty() ? List.of() : List.of(options.split(" (?=-)"));
  }

  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    setting("env")
        .map(text -> text.split("=", 2))
        .ifPresent(pair -> variables.put(pair[0], pair[1]));
    return variables;
  }

  byte[] stdin() {
    return Words.unescape(setting("stdin").orElse("")).getBytes(ISO_8859_1);
  }

  /** What may differ between any two runs, taken out of both. */
  String masked(String output) {
    String mask = setting("mask").map(own -> ADDRESS + "|" + own).orElse(ADDRESS);
    return Pattern.compile(mask).matcher(output).replaceAll("<masked>");
  }

  Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  private static FidelityCase parse(String table, String text) {
    String[] parts = text.split("(?m)^-- ", -1);
    List<String> head = parts[0].lines().toList();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String line : head.subList(1, head.size())) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] pair = line.split(": ", 2);
        settings.put(pair[0], pair[1]);
      }
    }
    List<SourceFile> files = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      files.add(SourceFile.parse(parts[i]));
    }
    return new FidelityCase(table, head.get(0), settings, files);
  }

  private static String read(Path table) {
    try {
      return Files.readString(table, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
