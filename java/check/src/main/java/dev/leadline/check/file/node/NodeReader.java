package dev.leadline.check.file.node;

import dev.leadline.check.file.node.Node.Entry;
import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.check.file.node.Node.Meaning;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.check.file.node.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Reads YAML 1.2, of which JSON is a part, into nodes with places: one document, the first value of
 * a key that is given twice, aliases and the merge key {@code <<} resolved. The number of nodes is
 * bounded, since a few lines of aliases can expand to more than the memory holds.
 */
public final class NodeReader {

  static final int DEEPEST = 50;
  static final long LARGEST = 1_000_000;
  private static final String MERGE = "<<";

  /** The size of a file is bounded where it is read. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private static final ScalarResolver CORE_SCHEMA = new CoreScalarResolver(true);

  private static final Map<Tag, Meaning> MEANINGS =
      Map.of(
          Tag.NULL, Meaning.NOTHING,
          Tag.BOOL, Meaning.BOOLEAN,
          Tag.INT, Meaning.NUMBER,
          Tag.FLOAT, Meaning.NUMBER);

  private static final String YAML_PREFIX = "tag:yaml.org,2002:";

  /** Those of the core schema, and {@code !}, which makes any scalar a string. */
  private static final Set<String> TAGS =
      Set.of("!", "!!null", "!!bool", "!!int", "!!float", "!!str", "!!seq", "!!map");

  private final Map<Anchor, Node> anchored = new HashMap<>();
  private final Iterator<Event> events;
  private final Set<Problem> problems;
  private long mergedEntries;

  private NodeReader(Iterator<Event> events, Set<Problem> problems) {
    this.events = events;
    this.problems = problems;
  }

  /**
   * The only document of a text; a mapping without entries if there is no document.
   *
   * @param problems takes what is wrong with it, where reading can go on
   */
  public static Node read(String text, Set<Problem> problems) throws UnreadableException {
    Optional<Node> json = JsonNodes.read(text);
    return json.isPresent() ? json.get() : readYaml(text, problems);
  }

  /** The same, without the parser of JSON. */
  static Node readYaml(String text, Set<Problem> problems) throws UnreadableException {
    try {
      Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
      return new NodeReader(events, problems).document();
    } catch (YamlEngineException | NumberFormatException e) {
      throw UnreadableException.SyntaxProblem.of(e);
    }
  }

  private Node document() throws UnreadableException {
    events.next(); // the start of the stream
    if (!(events.next() instanceof DocumentStartEvent)) {
      return new Mapping(Mark.START, Map.of(), 1);
    }
    Node root = node(events.next(), 0);
    events.next(); // the end of the document
    if (events.next() instanceof DocumentStartEvent) {
      throw new UnreadableException(mark(events.next()), "a second document begins; write one");
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
    checkTag(event);
    Node node =
        switch (event.getEventId()) {
          case SequenceStart -> sequence(event, depth);
          case MappingStart -> mapping(event, depth);
          default -> scalar((ScalarEvent) event);
        };
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor, node));
    return node;
  }

  private void checkTag(Event event) {
    Optional<String> tag =
        event instanceof CollectionStartEvent start
            ? start.getTag()
            : ((ScalarEvent) event).getTag();
    tag.map(name -> name.replace(YAML_PREFIX, "!!"))
        .filter(name -> !TAGS.contains(name))
        .map(name -> new Problem(mark(event), "", "there is no tag " + name))
        .ifPresent(problems::add);
  }

  private Node anchored(AliasEvent alias) throws UnreadableException {
    Anchor anchor = alias.getAlias();
    Node node = anchored.get(anchor);
    if (node == null) {
      throw new UnreadableException(
          mark(alias), "*" + anchor.getValue() + " stands for nothing that ends before it");
    }
    return node;
  }

  private static Scalar scalar(ScalarEvent event) {
    return new Scalar(mark(event), meaning(event), event.getValue());
  }

  /** That of its tag, if it has one; without a tag only a plain one can be other than a string. */
  private static Meaning meaning(ScalarEvent scalar) {
    Tag tag =
        scalar
            .getTag()
            .map(Tag::new)
            .orElseGet(() -> CORE_SCHEMA.resolve(scalar.getValue(), scalar.isPlain()));
    return MEANINGS.getOrDefault(tag, Meaning.STRING);
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
      throw noKey(event, event instanceof SequenceStartEvent ? "a list" : "a mapping");
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

  private static Mark mark(Event event) {
    return UnreadableException.SyntaxProblem.mark(event.getStartMark().orElseThrow());
  }
}
