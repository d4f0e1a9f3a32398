package dev.leadline.checkfile;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Jackson's parser of YAML, with the events that its tokens are made of: these also know anchors of
 * scalars, styles, and keys that are no scalars.
 */
final class EventParser extends YAMLParser {

  private Event event;

  private EventParser(IOContext context, int features, int yamlFeatures, Reader in, String text) {
    super(context, features, yamlFeatures, null, in, new ParserImpl(scanner(text)));
  }

  /** The length is bounded where the file is read. */
  private static Scanner scanner(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return text.indexOf('\t') >= 0
        ? new TabScanner(text, options)
        : new ScannerImpl(new StreamReader(text), options);
  }

  /** Of a text. */
  static EventParser of(String text) throws UnreadableException {
    try {
      return (EventParser) new Factory(StandIns.put(text)).createParser(Reader.nullReader());
    } catch (IOException e) {
      throw SyntaxProblem.of(e);
    }
  }

  /** The next beginning or end of a value; empty at the end of the text. */
  Optional<Event> nextEvent() throws UnreadableException {
    try {
      return nextToken() == null ? Optional.empty() : Optional.of(event);
    } catch (IOException e) {
      throw SyntaxProblem.of(e);
    }
  }

  /** As it is in the file; for a key, what Jackson takes: a scalar, whatever stands there. */
  @Override
  protected Event getEvent() throws IOException {
    event = written(super.getEvent());
    boolean key = getParsingContext().inObject() && currentToken() != JsonToken.FIELD_NAME;
    return key && event instanceof NodeEvent node ? scalar(node) : event;
  }

  private static Event written(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      return event;
    }
    return new ScalarEvent(
        scalar.getAnchor(),
        scalar.getTag(),
        scalar.getImplicit(),
        StandIns.back(scalar.getValue(), scalar.isDQuoted()),
        scalar.getStartMark(),
        scalar.getEndMark(),
        scalar.getScalarStyle());
  }

  private static ScalarEvent scalar(NodeEvent key) {
    return key instanceof ScalarEvent scalar
        ? scalar
        : new ScalarEvent(
            null,
            null,
            new ImplicitTuple(true, false),
            "",
            key.getStartMark(),
            key.getEndMark(),
            DumperOptions.ScalarStyle.PLAIN);
  }

  /** Leaves it a text: what it means by YAML 1.1 is not asked. */
  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    return JsonToken.VALUE_STRING;
  }

  private static final class Factory extends YAMLFactory {

    private static final long serialVersionUID = 1L;

    private final String text;

    Factory(String text) {
      this.text = text;
    }

    @Override
    protected YAMLParser _createParser(Reader in, IOContext context) {
      return new EventParser(context, _parserFeatures, _yamlParserFeatures, in, text);
    }
  }
}
