package dev.leadline.results;

import dev.leadline.check.CaseResult;
import dev.leadline.check.CheckResult;
import dev.leadline.check.PlanDigest;
import dev.leadline.check.Shard;
import dev.leadline.check.SuiteResult;
import dev.leadline.expect.Place;
import dev.leadline.expect.Verdict;
import dev.leadline.wire.JsonFields;
import dev.leadline.wire.JsonFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what {@link ResultJson} writes. */
final class ResultReader {

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
        PlanDigest.read(fields.text("plan")),
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
        .filter(kind -> Described.word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no verdict"));
  }

  private static Place place(JsonFields fields) throws JsonFormatException {
    return new Place(fields.text("file"), fields.has("line") ? fields.number("line") : 0);
  }
}
