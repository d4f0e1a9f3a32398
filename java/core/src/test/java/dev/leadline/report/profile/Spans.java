package dev.leadline.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.report.profile.ProtoReader.Field;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The begins and ends of calls that a profile has, by lane, as its own reader would read them. */
public final class Spans {

  /** A span begins or ends. An end may have no name. */
  record Edge(boolean opens, String name, long atNs) {}

  private final Map<String, List<Edge>> lanes = new LinkedHashMap<>();

  private Spans() {}

  private void add(String lane, boolean opens, String name, long atNs) {
    lanes.computeIfAbsent(lane, key -> new ArrayList<>()).add(new Edge(opens, name, atNs));
  }

  /** The edges of each lane, by its name. */
  Map<String, List<Edge>> lanes() {
    return lanes;
  }

  /** Those of speedscope's file format. */
  public static Spans speedscope(byte[] file) throws IOException {
    Spans spans = new Spans();
    JsonNode root = new ObjectMapper().readTree(file);
    JsonNode frames = root.get("shared").get("frames");
    for (JsonNode profile : root.get("profiles")) {
      String lane = profile.get("name").asText();
      assertThat(spans.lanes.put(lane, new ArrayList<>())).as("an earlier " + lane).isNull();
      for (JsonNode event : profile.get("events")) {
        String name = frames.get(event.get("frame").asInt()).get("name").asText();
        long atNs = event.get("at").asLong();
        assertThat(atNs)
            .isBetween(profile.get("startValue").asLong(), profile.get("endValue").asLong());
        spans.add(lane, event.get("type").asText().equals("O"), name, atNs);
      }
    }
    return spans;
  }

  /** Those of Chrome's trace event format. */
  public static Spans chrome(byte[] file) throws IOException {
    Spans spans = new Spans();
    Map<String, String> names = new HashMap<>();
    for (JsonNode event : new ObjectMapper().readTree(file).get("traceEvents")) {
      String lane = event.get("pid") + "/" + event.get("tid");
      switch (event.get("ph").asText()) {
        case "M" -> names.put(lane, event.get("args").get("name").asText());
        case "B", "E" -> {
          boolean opens = event.get("ph").asText().equals("B");
          String name = event.get("name").asText();
          BigDecimal us = new BigDecimal(event.get("ts").asText());
          spans.add(names.get(lane), opens, name, us.movePointRight(3).longValueExact());
        }
        default -> assertThat(event.get("ph").asText()).isIn("i", "C", "s", "f");
      }
    }
    return spans;
  }

  /** Those of Perfetto's trace. */
  public static Spans perfetto(byte[] file) {
    Spans spans = new Spans();
    Map<Long, String> lanes = new HashMap<>();
    Map<Long, String> names = new HashMap<>();
    for (Field packet : ProtoReader.fields(file)) {
      assertThat(ProtoReader.number(packet.bytes(), 10)).isEqualTo(1);
      for (Field descriptor : ProtoReader.fields(packet.bytes(), 60).toList()) {
        long uuid = ProtoReader.number(descriptor.bytes(), 1);
        ProtoReader.fields(descriptor.bytes(), 4)
            .forEach(thread -> lanes.put(uuid, ProtoReader.text(thread.bytes(), 5)));
      }
      for (Field interned : ProtoReader.fields(packet.bytes(), 12).toList()) {
        byte[] name = ProtoReader.fields(interned.bytes(), 2).findFirst().orElseThrow().bytes();
        names.put(ProtoReader.number(name, 1), ProtoReader.text(name, 2));
      }
      for (Field event : ProtoReader.fields(packet.bytes(), 11).toList()) {
        long type = ProtoReader.number(event.bytes(), 9);
        if (type == 1 || type == 2) {
          spans.add(
              lanes.get(ProtoReader.number(event.bytes(), 11)),
              type == 1,
              names.getOrDefault(ProtoReader.number(event.bytes(), 10), ""),
              ProtoReader.number(packet.bytes(), 8));
        }
      }
    }
    return spans;
  }

  /**
   * The calls and the own time of each function, from spans that are nested and closed, and whose
   * times do not decrease.
   */
  public ProfileTotals totals() {
    ProfileTotals totals = new ProfileTotals();
    lanes.forEach((lane, edges) -> addTotals(lane, edges, totals));
    return totals;
  }

  private static void addTotals(String lane, List<Edge> edges, ProfileTotals totals) {
    Deque<String> open = new ArrayDeque<>();
    long last = 0;
    for (Edge edge : edges) {
      assertThat(edge.atNs()).as(lane).isGreaterThanOrEqualTo(last);
      if (!open.isEmpty()) {
        totals.add(open.peek(), 0, edge.atNs() - last);
      }
      last = edge.atNs();
      if (edge.opens()) {
        totals.add(edge.name(), 1, 0);
        open.push(edge.name());
      } else {
        assertThat(open).as(lane).isNotEmpty();
        assertThat(edge.name()).as(lane).isIn("", open.pop());
      }
    }
    assertThat(open).as(lane).isEmpty();
  }
}
