package dev.leadline.report.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the fields of a message in the wire format of Protocol Buffers, for tests. */
public final class ProtoReader {

  /** One field: a number, or the bytes of a text, a message, or packed numbers. */
  record Field(int number, long value, byte[] bytes) {}

  /** Fields of Perfetto's {@code Trace} and of pprof's {@code Profile} that are messages. */
  private static final Set<String> MESSAGES =
      Set.of(
          "1", "1.11", "1.11.4", "1.12", "1.12.2", "1.60", "1.60.3", "1.60.4", "1.60.8", "2", "2.3",
          "3", "4", "4.4", "5");

  /** Fields of pprof's {@code Sample} that are packed numbers. */
  private static final Set<String> PACKED = Set.of("2.1", "2.2");

  private final byte[] bytes;
  private int at;

  private ProtoReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The fields of a message, in order. */
  static List<Field> fields(byte[] message) {
    ProtoReader reader = new ProtoReader(message);
    List<Field> fields = new ArrayList<>();
    while (reader.at < message.length) {
      fields.add(reader.field());
    }
    return fields;
  }

  /** The fields of a message that have this number. */
  static Stream<Field> fields(byte[] message, int number) {
    return fields(message).stream().filter(field -> field.number() == number);
  }

  /** The only field of that number, as a number; 0 without one. */
  static long number(byte[] message, int number) {
    return fields(message, number).mapToLong(Field::value).sum();
  }

  /** The only field of that number, as a text; empty without one. */
  static String text(byte[] message, int number) {
    return fields(message, number).map(ProtoReader::text).findFirst().orElse("");
  }

  static String text(Field field) {
    return new String(field.bytes(), StandardCharsets.UTF_8);
  }

  /** The numbers of a packed field. */
  static List<Long> packed(byte[] bytes) {
    ProtoReader reader = new ProtoReader(bytes);
    List<Long> numbers = new ArrayList<>();
    while (reader.at < bytes.length) {
      numbers.add(reader.varint());
    }
    return numbers;
  }

  private Field field() {
    long tag = varint();
    int number = (int) (tag >>> 3);
    return switch ((int) tag & 7) {
      case 0 -> new Field(number, varint(), null);
      case 1 -> new Field(number, fixed64(), null);
      case 2 -> {
        int length = (int) varint();
        byte[] content = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        yield new Field(number, 0, content);
      }
      default -> throw new AssertionError("no field begins at " + at);
    };
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  private long fixed64() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value |= (bytes[at++] & 0xffL) << (8 * i);
    }
    return value;
  }

  /** A profile as text, for people: {@code protoc --decode_raw} shows the same fields. */
  public static String readable(byte[] message) {
    StringBuilder text = new StringBuilder();
    write(message, "", "", text);
    return text.toString();
  }

  private static void write(byte[] message, String path, String indent, StringBuilder text) {
    for (Field field : fields(message)) {
      String inner = path.isEmpty() ? "" + field.number() : path + "." + field.number();
      text.append(indent).append(field.number());
      if (field.bytes() == null) {
        text.append(": ").append(field.value()).append('\n');
      } else if (PACKED.contains(inner)) {
        text.append(": ").append(packed(field.bytes())).append('\n');
      } else if (MESSAGES.contains(inner)) {
        text.append(" {\n");
        write(field.bytes(), inner, indent + "  ", text);
        text.append(indent).append("}\n");
      } else {
        text.append(": \"").append(text(field)).append("\"\n");
      }
    }
  }
}
