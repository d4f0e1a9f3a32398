package dev.leadline.results;

import dev.leadline.check.CaseResult;
import dev.leadline.check.CheckResult;
import dev.leadline.check.Shard;
import dev.leadline.check.SuiteResult;
import dev.leadline.expect.Place;
import dev.leadline.expect.Verdict;
import dev.leadline.wire.Fields;
import dev.leadline.wire.MalformedRecordException;
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
      return result(Fields.read(in));
    } catch (MalformedRecordException | IllegalArgumentException e) {
      throw new ResultFormatException(name, e.getMessage());
    }
  }

  private static CheckResult result(Fields fields) throws MalformedRecordException {
    if (!fields.has("format") || !fields.text("format").equals(ResultJson.FORMAT)) {
      throw new IllegalArgumentException("its \"format\" is not " + ResultJson.FORMAT);
    }
    int version = fields.number("version");
    if (version != ResultJson.VERSION) {
      throw new IllegalArgumentException(
          "it is of version " + version + ", and only " + ResultJson.VERSION + " is known here");
    }
    Fields shard = fields.object("shard");
    List<SuiteResult> suites = new ArrayList<>();
    for (Fields suite : fields.objects("suites")) {
      suites.add(suite(suite));
    }
    return new CheckResult(
        fields.text("file"),
        fields.text("plan"),
        fields.number("planned"),
        new Shard(shard.number("number"), shard.number("of")),
        suites);
  }

  private static SuiteResult suite(Fields fields) throws MalformedRecordException {
    List<CaseResult> cases = new ArrayList<>();
    for (Fields one : fields.objects("cases")) {
      cases.add(new CaseResult(one.text("title"), place(one.object("place")), verdict(one)));
    }
    return new SuiteResult(
        fields.number("index"),
        fields.text("run"),
        fields.text("python"),
        Duration.ofNanos(fields.longNumber("took_ns")),
        cases);
  }

  private static Verdict verdict(Fields one) throws MalformedRecordException {
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

  private static Place place(Fields fields) throws MalformedRecordException {
    return new Place(fields.text("file"), fields.has("line") ? fields.number("line") : 0);
  }
}
