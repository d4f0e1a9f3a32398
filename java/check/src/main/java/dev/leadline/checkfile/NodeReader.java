package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Entry;
import dev.leadline.checkfile.Node.Mapping;
import dev.leadline.checkfile.Node.Scalar;
import dev.leadline.checkfile.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML 1.2, of which JSON is a part, into nodes with places: one document, the first value of
 * a key that is given twice, aliases and the merge key {@code <<} resolved. What it makes is
 * bounded, since a few lines of aliases can stand for more than a machine can hold.
 */
final class NodeReader {

  static final int DEEPEST = 50;
  static final long LARGEST = 1_000_000;
  private static final String MERGE = "<<";

  private final Map<String, Node> anchored = new HashMap<>();
  private final EventParser events;
  private final Set<Problem> problems;
  private long mergedEntries;

  private NodeReader(EventParser events, Set<Problem> problems) {
    this.events = events;
    this.problems = problems;
  }

  /**
   * The only document of a text; a mapping without entries where there is none.
   *
   * @param problems takes what is wrong with it, where reading can go on
   */
  static Node read(String text, Set<Problem> problems) throws UnreadableException {
    Optional<Node> json = JsonNodes.read(text);
    return json.isPresent() ? json.get() : readYaml(text, problems);
  }

  /** The same, be it JSON or not. */
  static Node readYaml(String text, Set<Problem> problems) throws UnreadableException {
    return new NodeReader(EventParser.of(text), problems).document();
  }

  private Node document() throws UnreadableException {
    Optional<Event> first = events.nextEvent();
    if (first.isEmpty()) {
      return new Mapping(Mark.START, Map.of(), 1);
    }
    Node root = node(first.get(), 0);
    Optional<Event> second = events.nextEvent();
    if (second.isPresent()) {
      throw new UnreadableException(mark(second.get()), "a second document begins; write one");
    }
    return root;
  }

  private Node node(Event event, int depth) throws UnreadableException {
    if (depth > DEEPEST) {
      throw new UnreadableException(mark(event), "nested more than " + DEEPEST + " deep");
    }
    if (event instanceof AliasEvent alias) {
      return anchored(alias);
    }
    Node node =
        switch (event.getEventId()) {
          case SequenceStart -> sequence(event, depth);
          case MappingStart -> mapping(event, depth);
          default -> scalar((ScalarEvent) event);
        };
    Optional.ofNullable(((NodeEvent) event).getAnchor())
        .ifPresent(anchor -> anchored.put(anchor, node));
    return node;
  }

  private Node anchored(AliasEvent alias) throws UnreadableException {
    Node node = anchored.get(alias.getAnchor());
    if (node == null) {
      throw new UnreadableException(
          mark(alias), "*" + alias.getAnchor() + " stands for nothing that ends before it");
    }
    return node;
  }

  private static Scalar scalar(ScalarEvent event) {
    return new Scalar(mark(event), CoreSchema.meaning(event), event.getValue());
  }

  private Sequence sequence(Event start, int depth) throws UnreadableException {
    List<Node> elements = new ArrayList<>();
    long size = 1;
    for (Event event = next(); event instanceof NodeEvent; event = next()) {
      Node element = node(event, depth + 1);
      size = bounded(size + element.size(), element);
      elements.add(element);
    }
    return new Sequence(mark(start), elements, size);
  }

  private Mapping mapping(Event start, int depth) throws UnreadableException {
    Map<String, Entry> own = new LinkedHashMap<>();
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (Event event = next(); event instanceof NodeEvent; event = next()) {
      Scalar key = key(event, depth);
      Node value = node(next(), depth + 1);
      if (key.text().equals(MERGE) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
        merge(value, merged);
      } else if (own.putIfAbsent(key.text(), new Entry(key.mark(), value)) != null) {
        int line = own.get(key.text()).key().line();
        problems.add(
            new Problem(key.mark(), "", key.called() + " is already given in line " + line));
      }
    }
    merged.keySet().removeAll(own.keySet());
    own.putAll(merged);
    long size = 1;
    for (Entry entry : own.values()) {
      size = bounded(size + entry.value().size(), entry.value());
    }
    return new Mapping(mark(start), own, size);
  }

  private Scalar key(Event event, int depth) throws UnreadableException {
    if (event instanceof CollectionStartEvent) {
      throw noKey(event, event.is(Event.ID.SequenceStart) ? "a list" : "a mapping");
    }
    Node key = node(event, depth + 1);
    if (key instanceof Scalar scalar) {
      return scalar;
    }
    throw noKey(event, key.called());
  }

  private static UnreadableException noKey(Event event, String called) {
    return new UnreadableException(mark(event), "a key is a text, not " + called);
  }

  /** Adds what a mapping, or each of a list of them, has; the earlier ones win. */
  private void merge(Node value, Map<String, Entry> into) throws UnreadableException {
    List<Node> parts = value instanceof Sequence list ? list.elements() : List.of(value);
    for (Node part : parts) {
      if (!(part instanceof Mapping mapping)) {
        throw new UnreadableException(
            part.mark(), "<< takes a mapping or a list of them, not " + part.called());
      }
      mergedEntries = bounded(mergedEntries + mapping.entries().size(), part);
      mapping.entries().forEach(into::putIfAbsent);
    }
  }

  private static long bounded(long size, Node last) throws UnreadableException {
    if (size > LARGEST) {
      throw new UnreadableException(
          last.mark(), "with its aliases the file holds more than " + LARGEST + " values");
    }
    return size;
  }

  /** Inside of a value there is one more event, at least that of its end. */
  private Event next() throws UnreadableException {
    return events.nextEvent().orElseThrow();
  }

  private static Mark mark(Event event) {
    return SyntaxProblem.mark(event.getStartMark());
  }
}
