package dev.leadline.wire;

import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Origin;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.ValueKind;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The header record: the protocol's number first, then what a {@link Header} and its channels hold.
 */
final class HeaderDecoder {

  /** The protocol that this reader knows. */
  static final int PROTOCOL = 1;

  private static final Names<Origin> ORIGINS = Names.of(Origin.class, Origin::wireName);
  private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);
  private static final Names<EventKind> KINDS = Names.of(EventKind.class, EventKind::pythonName);
  private static final Names<ValueKind> VALUES = Names.of(ValueKind.class, ValueKind::wireName);

  private HeaderDecoder() {}

  static void checkProtocol(Fields fields)
      throws MalformedRecordException, ProtocolMismatchException {
    long protocol = fields.longNumber("protocol");
    if (protocol != PROTOCOL) {
      throw new ProtocolMismatchException(protocol, PROTOCOL);
    }
  }

  static Header header(Fields fields) throws MalformedRecordException {
    Fields python = fields.object("python");
    Fields program = fields.object("program");
    return new Header(
        fields.text("agent"),
        new Header.Python(
            python.text("version"),
            python.text("implementation"),
            python.text("executable"),
            python.text("build")),
        fields.text("engine"),
        program.text("kind"),
        program.text("target"),
        program.texts("argv"),
        fields.text("cwd"),
        fields.longNumber("process"),
        fields.longNumber("start_unix_ns"),
        fields.flag("timed"),
        recording(fields.object("recording")),
        ORIGINS.find(fields.textOrEmpty("origin")).orElse(Origin.START),
        fields.optionalLong("parent"),
        fields.optionalInt("flush_signal"));
  }

  /** Empty where a trace was written anew, without a process behind it. */
  static Optional<Channels> channels(Fields fields) throws MalformedRecordException {
    if (!fields.has("stdio")) {
      return Optional.empty();
    }
    Fields stdio = fields.object("stdio");
    return Optional.of(
        new Channels(
            stdio.text("stdin"),
            stdio.text("stdout"),
            stdio.text("stderr"),
            fields.has("stdout_fifo")
                ? Optional.of(fields.text("stdout_fifo"))
                : Optional.empty()));
  }

  private static Recording recording(Fields fields) throws MalformedRecordException {
    return new Recording(
        cutoff(fields),
        fields.flag("module_level"),
        fields.optionalInt("levels"),
        SCOPES.known(fields.texts("scope")),
        fields.texts("roots"),
        fields.texts("include"),
        fields.texts("exclude"),
        fields.texts("function"),
        KINDS.known(fields.texts("events")),
        fields.optionalLong("max_events"),
        VALUES.known(fields.textsOrNone("values")),
        fields.textsOrNone("redact"),
        fields.has("layers") && fields.flag("layers"));
  }

  private static OptionalInt cutoff(Fields fields) throws MalformedRecordException {
    if (fields.isText("cutoff") && fields.text("cutoff").equals("auto")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(fields.number("cutoff"));
  }
}
