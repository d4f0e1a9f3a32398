package dev.leadline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.output.Streams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the JVM has no room left, there is one line and 125, never a status of the results. */
class ExhaustionTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), "leadline: out of memory: "),
        Arguments.of(new StackOverflowError(), "leadline: the JVM's stack is too small"),
        Arguments.of(new NoClassDefFoundError("x"), "leadline: a fault in Leadline itself: "));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorIsOneLine(Error error, String line) {
    assertThat(schema(err, error)).isEqualTo(125);

    assertThat(err.toString(UTF_8)).startsWith(line).endsWith("\n").hasLineCount(1);
  }

  @Test
  void theStatusSaysItWhereTheLineHasNoRoomEither() {
    OutputStream full = failing(new OutOfMemoryError());

    assertThat(schema(full, new OutOfMemoryError())).isEqualTo(125);
  }

  @Test
  void inABuildToolItCountsAsAComplaint() {
    OutputStream out = failing(new OutOfMemoryError());
    Leadline.Outputs outputs =
        new Leadline.Outputs(
            out, err, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    Leadline.Finished finished =
        Leadline.run(List.of("check", "--schema"), Path.of("."), Map.of(), outputs);

    assertThat(finished).isEqualTo(new Leadline.Finished(125, true));
  }

  private static int schema(OutputStream err, Error error) {
    Streams streams =
        Streams.of(InputStream.nullInputStream(), failing(error), err, Map.of(), Path.of("."));
    return Main.run(new String[] {"check", "--schema"}, streams);
  }

  private static OutputStream failing(Error error) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        throw error;
      }
    };
  }
}
