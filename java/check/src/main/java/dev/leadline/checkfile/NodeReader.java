package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Entry;
import dev.leadline.checkfile.Node.Mapping;
import dev.leadline.checkfile.Node.Meaning;
import dev.leadline.checkfile.Node.Scalar;
import dev.leadline.checkfile.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Reads YAML 1.2, of which JSON is a part, into nodes with places: one document, no key twice,
 * aliases and the merge key {@code <<} resolved. What it makes is bounded, since a few lines of
 * aliases can stand for more than a machine can hold.
 */
final class NodeReader {

  private static final int DEEPEST = 50;
  private static final long LARGEST = 1_000_000;
  private static final String MERGE = "<<";

  private static final Map<Tag, Meaning> MEANINGS =
      Map.of(
          Tag.NULL, Meaning.NOTHING,
          Tag.BOOL, Meaning.BOOLEAN,
          Tag.INT, Meaning.NUMBER,
          Tag.FLOAT, Meaning.NUMBER);

  private final CoreScalarResolver resolver = new CoreScalarResolver(false);
  private final Map<Anchor, Node> anchored = new HashMap<>();
  private final Iterator<Event> events;
  private long mergedEntries;

  private NodeReader(String text) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true).build();
    events = new Parse(settings).parseString(text).iterator();
  }

  /** The only document of a text; a mapping without entries where there is none. */
  static Node read(String text) throws UnreadableException {
    try {
      return new NodeReader(text).document();
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
      throw new UnreadableException(
          e.getProblemMark().or(e::getContextMark).map(NodeReader::mark).orElse(Mark.START),
          "cannot be read as YAML: " + problem);
    } catch (YamlEngineException e) {
      throw new UnreadableException(Mark.START, "cannot be read as YAML: " + e.getMessage());
    }
  }

  private Node document() throws UnreadableException {
    Node root = new Mapping(Mark.START, Map.of(), 1);
    boolean seen = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (!(event instanceof NodeEvent)) {
        continue;
      }
      if (seen) {
        throw new UnreadableException(mark(event), "a second document begins; write one");
      }
      root = node(event, 0);
      seen = true;
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
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor, node));
    return node;
  }

  private Node anchored(AliasEvent alias) throws UnreadableException {
    Node node = anchored.get(alias.getAlias());
    if (node == null) {
      throw new UnreadableException(
          mark(alias), "*" + alias.getAlias() + " stands for nothing that ends before it");
    }
    return node;
  }

  private Scalar scalar(ScalarEvent event) {
    Tag tag =
        event
            .getTag()
            .map(Tag::new)
            .orElseGet(() -> event.isPlain() ? resolver.resolve(event.getValue(), true) : Tag.STR);
    return new Scalar(mark(event), MEANINGS.getOrDefault(tag, Meaning.STRING), event.getValue());
  }

  private Sequence sequence(Event start, int depth) throws UnreadableException {
    List<Node> elements = new ArrayList<>();
    long size = 1;
    for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
      Node element = node(event, depth + 1);
      size = bounded(size + element.size(), element);
      elements.add(element);
    }
    return new Sequence(mark(start), elements, size);
  }

  private Mapping mapping(Event start, int depth) throws UnreadableException {
    Map<String, Entry> own = new LinkedHashMap<>();
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
      Scalar key = key(event, depth);
      Node value = node(events.next(), depth + 1);
      if (key.text().equals(MERGE) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
        merge(value, merged);
      } else if (own.putIfAbsent(key.text(), new Entry(key.mark(), value)) != null) {
        throw new UnreadableException(
            key.mark(),
            key.called() + " is already given in line " + own.get(key.text()).key().line());
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
    Node key = node(event, depth + 1);
    if (key instanceof Scalar scalar) {
      return scalar;
    }
    throw new UnreadableException(mark(event), "a key is a text, not " + key.called());
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

  private static Mark mark(Event event) {
    return event.getStartMark().map(NodeReader::mark).orElse(Mark.START);
  }

  private static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
