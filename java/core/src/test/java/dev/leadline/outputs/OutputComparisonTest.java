package dev.leadline.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.outputs.StreamComparison.LineAlignment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of two outputs: which are the same, and how they are laid side by side. */
class OutputComparisonTest {

  private static final OutputMask OLD = mask("3.9", new PythonVersion(3, 9, 18, "final", 0));
  private static final OutputMask NEW = mask("3.15", new PythonVersion(3, 15, 0, "candidate", 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.9.18 | 3.15.0rc1",
        "python 3.9 | python 3.15",
        "3.9.18+ (main, May  9 2026, 07:33:49) | 3.15.0rc1 (tags/x, Oct 26 2026, 15:10:10) [GCC 16]",
        "sys.version_info(major=3, minor=9, micro=18, releaselevel='final', serial=0) |"
            + " sys.version_info(major=3, minor=15, micro=0, releaselevel='candidate', serial=1)",
        "(3, 9) | (3, 15)",
        "/opt/3.9/bin/python3.9 | /opt/3.15/bin/python3.15",
        "/opt/3.9/lib/python3.9/re.py | /opt/3.15/lib/python3.15/re.py",
        "x.cpython-39.pyc | x.cpython-315.pyc",
        "File \"/opt/3.9/lib/python3.9/json/decoder.py\", line 337, in decode |"
            + " File \"/opt/3.15/lib/python3.15/json/decoder.py\", line 358, in decode",
        "File \"app.py\", line 3, in f | File \"/home/me/app.py\", line 3, in f",
        "<object at 0x7f0123456789> | <object at 0x55aa12345678>",
        "/tmp/tmpab12cd34/x | /tmp/tmp_9zyxw00/x"
      })
  void whatNamesTheInterpreterOrTheRunIsNoDifference(String old, String young) {
    assertThat(OLD.apply(old)).isEqualTo(NEW.apply(young));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13.9 | 13.15",
        "3.91 | 3.151",
        "1.3.9 | 1.3.15",
        "3.9.2 | 3.15.3",
        "0.9999999999999999 | 1.0",
        "(3, 9, 2) | (3, 15, 3)",
        "0xff | 0xfe",
        "File \"app.py\", line 3, in f | File \"app.py\", line 4, in f",
        "/tmp/tmpab/x | /tmp/tmpcd/x"
      })
  void numbersThatOnlyLookLikeItAreDifferences(String old, String young) {
    assertThat(OLD.apply(old)).isNotEqualTo(NEW.apply(young));
  }

  @Test
  void theSameLineIsTheSameWhateverItWouldBeMaskedTo() throws IOException {
    assertThat(places("needs 3.9\n", "needs 3.9\n")).isEmpty();
    assertThat(places("needs 3.15\n", "needs 3.9\n")).hasSize(1);
  }

  @Test
  void bytesThatAreNoTextAreKeptApart() throws IOException {
    assertThat(places(new byte[] {(byte) 0xff, '\n'}, new byte[] {(byte) 0xfe, '\n'}, false))
        .hasSize(1);
  }

  @Test
  void changedInsertedAndRemovedLinesArePlaces() throws IOException {
    assertThat(places("a\nb\nc\n", "a\nB\nc\n")).containsExactly("2:b 2:B");
    assertThat(places("a\nb\nc\nd\n", "a\nB\nC\nd\n")).containsExactly("2:b 2:B", "3:c 3:C");
    assertThat(places("a\nc\n", "a\nb\nc\n")).containsExactly("2: 2:b");
    assertThat(places("a\nb\n", "a\n")).containsExactly("2:b 2:");
    assertThat(places("a\nx\nc\n", "a\ny\nz\nc\n")).containsExactly("2:x 2:y,z");
    assertThat(places("", "a\n")).containsExactly("1: 1:a");
    assertThat(places("a", "a\n")).containsExactly("1:a 1:a");
  }

  @Test
  void marksOfATracebackAreLeftOutWhereThatIsAsked() throws IOException {
    byte[] plain = bytes("    f(1)\nKeyError: 1\n");
    byte[] marked = bytes("    f(1)\n    ~^^^\nKeyError: 1\n");
    assertThat(places(plain, marked, true)).isEmpty();
    assertThat(places(plain, marked, false)).hasSize(1);
    assertThat(places(bytes("^^^\n"), bytes(""), true))
        .as("no margin, so not a traceback's")
        .hasSize(1);
    assertThat(places(marked, bytes("    f(1)\nKeyError: 2\n"), true))
        .as("lines count as they stand in the output")
        .containsExactly("3:KeyError: 1 2:KeyError: 2");
  }

  @Test
  void aLongLineCountsToItsEnd() throws IOException {
    String same = "x".repeat(3 * MaskedLine.MASKED);
    assertThat(places(same + "1\n", same + "1\n")).isEmpty();
    assertThat(places(same + "1\n", same + "2\n")).hasSize(1);
    assertThat(places(same + "\n", same + "x\n")).hasSize(1);
  }

  /** The places must account for both outputs: their lines and the equal ones between make both. */
  @Test
  void whateverWasEditedThePlacesLeadFromOneToTheOther() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> left = lines(random, 1 + random.nextInt(500), i -> "l" + random.nextInt(40));
      List<String> right = edited(left, random);
      List<String> rebuilt = new ArrayList<>();
      int[] next = {1};
      LineAlignment.compare(
          read(text(left)),
          read(text(right)),
          (number, lefts, other, rights) -> {
            rebuilt.addAll(left.subList(next[0] - 1, (int) number - 1));
            assertThat(rebuilt).hasSize((int) other - 1);
            rights.forEach(line -> rebuilt.add(line.text()));
            next[0] = (int) number + lefts.size();
          });
      rebuilt.addAll(left.subList(next[0] - 1, left.size()));
      assertThat(rebuilt).isEqualTo(right);
    }
  }

  @Test
  void outputsWithoutEndAreReadInBoundedMemory() throws IOException {
    long[] places = new long[1];
    LineAlignment.compare(
        new MaskedLines(new Endless(30_000_000, 'a'), OLD, false),
        new MaskedLines(new Endless(30_000_000, 'b'), NEW, false),
        (left, lefts, right, rights) -> places[0]++);
    assertThat(places[0]).isEqualTo(30_000_000 / 100);
  }

  /** Lines of a hundred bytes. */
  private static final class Endless extends InputStream {
    private final long size;
    private final char letter;
    private long read;

    Endless(long size, char letter) {
      this.size = size;
      this.letter = letter;
    }

    @Override
    public int read() {
      return read == size ? -1 : ++read % 100 == 0 ? '\n' : letter;
    }
  }

  private static List<String> edited(List<String> lines, Random random) {
    List<String> edited = new ArrayList<>();
    for (String line : lines) {
      switch (random.nextInt(20)) {
        case 0 -> {}
        case 1 -> edited.add("changed " + random.nextInt(5));
        case 2 -> {
          edited.add(line);
          edited.addAll(lines(random, random.nextInt(4), i -> "new " + i));
        }
        default -> edited.add(line);
      }
    }
    return edited;
  }

  private static List<String> lines(Random random, int count, IntFunction<String> line) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line.apply(i));
    }
    return lines;
  }

  private static byte[] text(List<String> lines) {
    return bytes(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private static List<String> places(String left, String right) throws IOException {
    return places(bytes(left), bytes(right), false);
  }

  private static List<String> places(byte[] left, byte[] right, boolean passesCarets)
      throws IOException {
    List<String> places = new ArrayList<>();
    LineAlignment.compare(
        new MaskedLines(new ByteArrayInputStream(left), OLD, passesCarets),
        new MaskedLines(new ByteArrayInputStream(right), NEW, passesCarets),
        (number, lefts, other, rights) ->
            places.add(number + ":" + joined(lefts) + " " + other + ":" + joined(rights)));
    return places;
  }

  private static String joined(List<MaskedLine> lines) {
    return lines.stream().map(MaskedLine::text).collect(Collectors.joining(","));
  }

  private static MaskedLines read(byte[] text) {
    return new MaskedLines(new ByteArrayInputStream(text), OLD, false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static OutputMask mask(String minor, PythonVersion version) {
    String prefix = "/opt/" + minor;
    Path executable = Path.of(prefix, "bin", "python" + minor);
    return new OutputMask(
        new Interpreter(
            executable, version, "cpython", executable.toString(), prefix, prefix, false),
        Path.of("/home/me"));
  }
}
