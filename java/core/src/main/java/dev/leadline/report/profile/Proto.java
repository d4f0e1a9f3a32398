package dev.leadline.report.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One message in the <a href="https://protobuf.dev/programming-guides/encoding/">wire format of
 * Protocol Buffers</a>. Fields are written in the order of the calls.
 */
final class Proto {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int LONGEST_VARINT = 10;

  private byte[] bytes = new byte[128];
  private int size;

  /** Takes all fields out, for another message. */
  Proto clear() {
    size = 0;
    return this;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** A field of one of the types {@code int32}, {@code uint64} and the like; an enum, a bool. */
  Proto number(int field, long value) {
    tag(field, VARINT);
    return element(value);
  }

  /** A number of a packed field: no tag, for a message that is put with {@link #message}. */
  Proto element(long value) {
    ensure(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A field of the type {@code fixed64}: the lowest byte first. */
  Proto fixed64(int field, long value) {
    tag(field, FIXED64);
    ensure(Long.BYTES);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A field of the type {@code string}; half a character is a question mark. */
  Proto text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return bytes(field, utf8, utf8.length);
  }

  /** A field that is a message, or numbers that are packed. */
  Proto message(int field, Proto inner) {
    return bytes(field, inner.bytes, inner.size);
  }

  private Proto bytes(int field, byte[] value, int length) {
    tag(field, BYTES);
    element(length);
    ensure(length);
    System.arraycopy(value, 0, bytes, size, length);
    size += length;
    return this;
  }

  private void tag(int field, int type) {
    element((long) field << 3 | type);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  /** Writes the fields. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
