package dev.leadline.results;

import dev.leadline.check.CaseResult;
import dev.leadline.check.CheckResult;
import dev.leadline.check.SuiteResult;
import dev.leadline.expect.Place;
import dev.leadline.expect.Verdict;
import dev.leadline.wire.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Results as one JSON object for machines, from which shards are merged. The keys of version 1 stay
 * as they are; readers should pass over keys that they do not know.
 *
 * <ul>
 *   <li>{@code format}: {@code leadline-check}; {@code version}: 1
 *   <li>{@code file}: the check file; {@code plan}: a digest of what was planned, the same in all
 *       shards; {@code planned}: runs in the whole plan; {@code shard}: {@code number} from 1, and
 *       {@code of}
 *   <li>{@code counts}: expectations by verdict: {@code holds}, {@code fails}, {@code unknown}
 *   <li>{@code suites}: one for each run and interpreter: {@code index} of the run in the plan,
 *       from 0, {@code run}, {@code python}, {@code took_ns}, {@code cases}
 *   <li>a case: {@code title}, {@code place} where it was written ({@code file}, {@code line}, null
 *       where unknown), {@code verdict}, {@code message}, {@code detail}, {@code spot} in the
 *       program, as a place, or null
 * </ul>
 */
public final class ResultJson {

  static final String FORMAT = "leadline-check";
  static final int VERSION = 1;

  private ResultJson() {}

  /** Writes it, one suite a line, into {@code out}, which stays open. */
  public static void write(CheckResult result, Writer out) throws IOException {
    String head = Harmless.json(head(result).toJson());
    out.write(head, 0, head.length() - 1);
    out.write(",\n\"suites\":[");
    String separator = "\n";
    for (SuiteResult suite : result.suites()) {
      out.write(separator + Harmless.json(suite(suite).toJson()));
      separator = ",\n";
    }
    out.write("]\n}\n");
    out.flush();
  }

  /**
   * Reads a file of it.
   *
   * @throws ResultFormatException if it is none
   */
  public static CheckResult read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads it.
   *
   * @param name what the message calls it where it is none
   */
  static CheckResult read(InputStream in, String name) throws IOException {
    return ResultReader.read(in, name);
  }

  private static JsonObject head(CheckResult result) {
    JsonObject counts = new JsonObject();
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      counts.number(Described.word(kind), result.count(kind));
    }
    return new JsonObject()
        .text("format", FORMAT)
        .number("version", VERSION)
        .text("file", result.file())
        .text("plan", result.digest().text())
        .number("planned", result.planned())
        .object(
            "shard",
            new JsonObject()
                .number("number", result.shard().number())
                .number("of", result.shard().of()))
        .object("counts", counts);
  }

  private static JsonObject suite(SuiteResult suite) {
    return new JsonObject()
        .number("index", suite.index())
        .text("run", suite.run())
        .text("python", suite.python())
        .number("took_ns", suite.took().toNanos())
        .objects("cases", suite.cases().stream().map(ResultJson::one).toList());
  }

  private static JsonObject one(CaseResult one) {
    Optional<JsonObject> spot = one.verdict().spot().map(ResultJson::place);
    return new JsonObject()
        .text("title", one.title())
        .object("place", place(one.place()))
        .text("verdict", Described.word(one.verdict().kind()))
        .text("message", one.verdict().message())
        .texts("detail", one.verdict().detail())
        .object("spot", spot);
  }

  private static JsonObject place(Place place) {
    OptionalLong line = place.line() == 0 ? OptionalLong.empty() : OptionalLong.of(place.line());
    return new JsonObject().text("file", place.file()).number("line", line);
  }
}
