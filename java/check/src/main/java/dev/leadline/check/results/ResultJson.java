package dev.leadline.check.results;

import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.PlanDigest;
import dev.leadline.check.plan.Shard;
import dev.leadline.check.results.ResultJson.ResultFormatException;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
   * @throws ResultFormatException if it is not a result
   */
  public static CheckResult read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads it.
   *
   * @param name what the message calls it if it is not a result
   */
  static CheckResult read(InputStream in, String name) throws IOException {
    return ResultReader.read(in, name);
  }

  private static JsonObject head(CheckResult result) {
    JsonObject counts = new JsonObject();
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      counts.number(ResultWords.word(kind), result.count(kind));
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
        .text("verdict", ResultWords.word(one.verdict().kind()))
        .text("message", one.verdict().message())
        .texts("detail", one.verdict().detail())
        .object("spot", spot);
  }

  private static JsonObject place(Place place) {
    OptionalLong line = place.line() == 0 ? OptionalLong.empty() : OptionalLong.of(place.line());
    return new JsonObject().text("file", place.file()).number("line", line);
  }

  /** A file does not hold the results of a check. The message is one line for the user. */
  public static final class ResultFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    ResultFormatException(String name, String why) {
      super(name + " does not hold the results of a check: " + why);
    }
  }

  /** Reads what {@link ResultJson} writes. */
  private static final class ResultReader {

    private ResultReader() {}

    static CheckResult read(InputStream in, String name) throws IOException {
      try {
        return result(JsonFields.read(in));
      } catch (JsonFormatException | IllegalArgumentException e) {
        throw new ResultFormatException(name, e.getMessage());
      }
    }

    private static CheckResult result(JsonFields fields) throws JsonFormatException {
      if (!fields.has("format") || !fields.text("format").equals(ResultJson.FORMAT)) {
        throw new IllegalArgumentException("its \"format\" is not " + ResultJson.FORMAT);
      }
      int version = fields.number("version");
      if (version != ResultJson.VERSION) {
        throw new IllegalArgumentException(
            "it is of version " + version + ", and only " + ResultJson.VERSION + " is known here");
      }
      JsonFields shard = fields.object("shard");
      List<SuiteResult> suites = new ArrayList<>();
      for (JsonFields suite : fields.objects("suites")) {
        suites.add(suite(suite));
      }
      return new CheckResult(
          fields.text("file"),
          new PlanDigest(fields.text("plan")),
          fields.number("planned"),
          new Shard(shard.number("number"), shard.number("of")),
          suites);
    }

    private static SuiteResult suite(JsonFields fields) throws JsonFormatException {
      List<CaseResult> cases = new ArrayList<>();
      for (JsonFields one : fields.objects("cases")) {
        cases.add(new CaseResult(one.text("title"), place(one.object("place")), verdict(one)));
      }
      return new SuiteResult(
          fields.number("index"),
          fields.text("run"),
          fields.text("python"),
          Duration.ofNanos(fields.longNumber("took_ns")),
          cases);
    }

    private static Verdict verdict(JsonFields one) throws JsonFormatException {
      Optional<Place> spot =
          one.has("spot") ? Optional.of(place(one.object("spot"))) : Optional.empty();
      return new Verdict(kind(one.text("verdict")), one.text("message"), one.texts("detail"), spot);
    }

    private static Verdict.Kind kind(String word) {
      return Arrays.stream(Verdict.Kind.values())
          .filter(kind -> ResultWords.word(kind).equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no verdict"));
    }

    private static Place place(JsonFields fields) throws JsonFormatException {
      return new Place(fields.text("file"), fields.has("line") ? fields.number("line") : 0);
    }
  }
}
