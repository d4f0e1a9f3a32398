package dev.leadline.wire;

import dev.leadline.event.Header;
import dev.leadline.json.Json;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.json.JsonObject;
import dev.leadline.wire.TraceFormatException.ProtocolMismatchException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The header record: the protocol's number first, then what a {@link Header} and its channels hold.
 */
public final class HeaderRecord {

  /** The protocol that this reader knows. */
  public static final int PROTOCOL = 1;

  private static final Names<Header.Origin> ORIGINS =
      Names.of(Header.Origin.class, Header.Origin::wireName);

  private HeaderRecord() {}

  public static void checkProtocol(JsonFields fields)
      throws JsonFormatException, ProtocolMismatchException {
    long protocol = fields.longNumber("protocol");
    if (protocol != PROTOCOL) {
      throw new ProtocolMismatchException(protocol, PROTOCOL);
    }
  }

  public static Header header(JsonFields fields) throws JsonFormatException {
    JsonFields python = fields.object("python");
    JsonFields program = fields.object("program");
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
        RecordingFields.read(fields.object("recording")),
        ORIGINS.find(fields.textOrEmpty("origin")).orElse(Header.Origin.START),
        fields.optionalLong("parent"),
        fields.optionalInt("flush_signal"));
  }

  /** Empty where a trace was written anew, without a process behind it. */
  public static Optional<Channels> channels(JsonFields fields) throws JsonFormatException {
    if (!fields.has("stdio")) {
      return Optional.empty();
    }
    JsonFields stdio = fields.object("stdio");
    return Optional.of(
        new Channels(
            stdio.text("stdin"),
            stdio.text("stdout"),
            stdio.text("stderr"),
            fields.has("stdout_fifo")
                ? Optional.of(fields.text("stdout_fifo"))
                : Optional.empty()));
  }

  /** The text of the record. */
  public static String encode(Header header) {
    return RecordKind.HEADER
        .begin()
        .number("protocol", PROTOCOL)
        .text("agent", header.agentVersion())
        .object("python", python(header.python()))
        .text("engine", header.engine())
        .object(
            "program",
            new JsonObject()
                .text("kind", header.programKind())
                .text("target", header.program())
                .texts("argv", header.argv()))
        .text("cwd", header.cwd())
        .number("process", header.process())
        .number("start_unix_ns", header.startUnixNs())
        .flag("timed", header.timed())
        .object("recording", RecordingFields.write(header.recording()))
        .text("origin", header.origin().wireName())
        .number("parent", header.parent())
        .number("flush_signal", RecordingFields.wide(header.flushSignal()))
        .toJson();
  }

  private static JsonObject python(Header.Python python) {
    return new JsonObject()
        .text("version", python.version())
        .text("implementation", python.implementation())
        .text("executable", python.executable())
        .text("build", python.build());
  }

  /**
   * How the program's three streams are connected, as the header states it.
   *
   * @param stdin {@code own} or {@code piped}
   * @param stdout {@code own}, {@code fifo} or {@code stderr}
   * @param stderr {@code own} or {@code piped}
   * @param stdoutFifo the FIFO that the controller must open and read; the agent waits for it
   */
  public record Channels(String stdin, String stdout, String stderr, Optional<String> stdoutFifo) {

    public Channels {
      Objects.requireNonNull(stdin, "stdin");
      Objects.requireNonNull(stdout, "stdout");
      Objects.requireNonNull(stderr, "stderr");
      Objects.requireNonNull(stdoutFifo, "stdoutFifo");
    }
  }

  /**
   * What the controller must know of a process to deal with it, out of its header.
   *
   * @param process process id
   * @param flushSignal the signal on which the agent writes what it holds, and then all at once
   * @param idleSignal the signal on which the agent writes what it holds, and goes on
   * @param noNative why Python code records, where C code was wanted
   * @param clockNs nanoseconds that a reading of the clock takes, where it is read
   */
  public record ProcessFacts(
      long process,
      OptionalInt flushSignal,
      OptionalInt idleSignal,
      Optional<String> noNative,
      OptionalInt clockNs) {

    public static ProcessFacts of(JsonFields fields) throws JsonFormatException {
      return new ProcessFacts(
          fields.longNumber("process"),
          fields.optionalInt("flush_signal"),
          fields.optionalInt("idle_signal"),
          fields.optionalText("no_native"),
          fields.optionalInt("clock_ns"));
    }

    /** The facts of a line, empty where it is no header that we could read. */
    public static Optional<ProcessFacts> ofHeader(byte[] buffer, int from, int to) {
      if (RawRecord.of(buffer, from, to) != RawRecord.HEADER) {
        return Optional.empty();
      }
      try {
        return Optional.of(of(Json.fields(buffer, from, to)));
      } catch (JsonFormatException | IOException e) {
        return Optional.empty();
      }
    }
  }
}
