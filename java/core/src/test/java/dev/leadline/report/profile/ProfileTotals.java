package dev.leadline.report.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.report.profile.ProtoReader.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a profile says of each function, all lanes together: how often it began, and own time. */
public final class ProfileTotals {

  private static final Pattern LABEL = Pattern.compile("(?s)(.*) \\(.*:(-?\\d+)\\)");

  private final Map<String, Long> begins = new TreeMap<>();
  private final Map<String, Long> ownNs = new TreeMap<>();

  void add(String label, long more, long ns) {
    String function = LABEL.matcher(label).replaceFirst("$1:$2");
    begins.merge(function, more, Long::sum);
    ownNs.merge(function, ns, Long::sum);
  }

  /** How often each function began or went on, by name and line. */
  public Map<String, Long> begins() {
    return begins;
  }

  /** The own time of the functions that have any, by name and line. */
  public Map<String, Long> ownNs() {
    Map<String, Long> positive = new TreeMap<>(ownNs);
    positive.values().removeIf(ns -> ns == 0);
    return positive;
  }

  /** Those of the summary for machines; generators that go on begin anew where asked for. */
  public static ProfileTotals summary(byte[] json, boolean resumes) throws IOException {
    ProfileTotals totals = new ProfileTotals();
    for (JsonNode function : new ObjectMapper().readTree(json).get("functions")) {
      long begins = function.get("calls").asLong();
      totals.add(
          function.get("qualname").asText() + " (:" + function.get("firstlineno").asInt() + ")",
          begins + (resumes ? function.get("resumes").asLong() : 0),
          function.get("own_ns").asLong());
    }
    return totals;
  }

  /** Those of collapsed stacks, which have no calls. */
  public static ProfileTotals collapsed(byte[] file) {
    ProfileTotals totals = new ProfileTotals();
    for (String line : new String(file, StandardCharsets.UTF_8).split("\n")) {
      Matcher parts = Pattern.compile("(?:.*;)?([^;]*) (\\d+)").matcher(line);
      if (parts.matches()) {
        totals.add(parts.group(1), 0, Long.parseLong(parts.group(2)));
      }
    }
    return totals;
  }

  /** Those of pprof's profile. */
  public static ProfileTotals pprof(byte[] file) throws IOException {
    byte[] profile = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
    List<String> texts = ProtoReader.fields(profile, 6).map(ProtoReader::text).toList();
    Map<Long, String> functions = new HashMap<>();
    ProtoReader.fields(profile, 5)
        .forEach(
            function ->
                functions.put(
                    ProtoReader.number(function.bytes(), 1),
                    texts.get((int) ProtoReader.number(function.bytes(), 2))));
    ProfileTotals totals = new ProfileTotals();
    for (Field sample : ProtoReader.fields(profile, 2).toList()) {
      List<List<Long>> parts = new ArrayList<>();
      ProtoReader.fields(sample.bytes())
          .subList(0, 2)
          .forEach(part -> parts.add(ProtoReader.packed(part.bytes())));
      totals.add(functions.get(parts.get(0).get(0)), parts.get(1).get(0), parts.get(1).get(2));
    }
    return totals;
  }
}
