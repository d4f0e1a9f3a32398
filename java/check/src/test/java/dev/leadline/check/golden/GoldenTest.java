package dev.leadline.check.golden;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Verdict.Kind;
import dev.leadline.check.golden.text.GoldenText;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  private static final String F = "f";
  private static final String G = "g";
  private static final String H = "h";

  @TempDir Path directory;

  @Test
  void itIsCalledByItsFile() {
    assertThat(new Golden(file(), false).title()).isEqualTo("golden: shop.golden");
  }

  @Test
  void itAsksForWhatTellsCallsAndTheirEndings() {
    Recording asked = new Golden(file(), false).recording(Recording.USUAL);
    assertThat(asked.moduleLevel()).isTrue();
    assertThat(asked.events())
        .contains(EventKind.CALL, EventKind.RETURN, EventKind.EXCEPTION, EventKind.LINE);
  }

  @Test
  void aMissingFileFailsAndSaysHowToWriteIt() throws IOException {
    Verdict verdict = check(shown("3.8.18", F)).get(0);
    assertThat(verdict.kind()).isEqualTo(Kind.FAILS);
    assertThat(verdict.message())
        .endsWith("shop.golden; write it with --update, in Maven with -Dleadline.update");
    assertThat(file()).doesNotExist();
  }

  @Test
  void whatWasWrittenHolds() throws IOException {
    assertThat(update(shown("3.8.18", F), shown("3.13.0", F, G)))
        .containsOnly(Verdict.holds("written"));
    assertThat(update(shown("3.8.18", F), shown("3.13.0", F, G)))
        .containsOnly(Verdict.holds("unchanged"));
    assertThat(check(shown("3.13.0", F, G), shown("3.8.18", F))).containsOnly(Verdict.holds());
  }

  @Test
  void versionsThatDidNotRunKeepTheirLines() throws IOException {
    update(shown("3.8.18", F), shown("3.13.0", F, G));
    update(shown("3.13.0", H));
    assertThat(GoldenFile.read(file()).lines(new MinorVersion(3, 8)))
        .containsExactly("main", "  f");
    assertThat(check(shown("3.8.18", F), shown("3.13.0", H))).containsOnly(Verdict.holds());
  }

  @Test
  void anUnknownVersionIsHeldAgainstItsNeighbours() throws IOException {
    update(shown("3.8.18", F), shown("3.13.0", G));
    assertThat(check(shown("3.10.13", F), shown("3.10.13", G), shown("3.15.0", G)))
        .extracting(Verdict::message)
        .containsExactly("as on 3.8", "as on 3.13", "as on 3.13");
    Verdict verdict = check(shown("3.10.13", H)).get(0);
    assertThat(verdict.kind()).isEqualTo(Kind.FAILS);
    assertThat(verdict.message())
        .isEqualTo(
            "differs from the golden trace of 3.8, as it has none of 3.10: 1 line gone, 1 line"
                + " new");
  }

  @Test
  void aDifferenceIsShownInTheCallThatHasIt() throws IOException {
    update(shown("3.8.18", F, G, H, F, G));
    Verdict verdict = check(shown("3.8.18", F, G, H, G)).get(0);
    assertThat(verdict.kind()).isEqualTo(Kind.FAILS);
    assertThat(verdict.message())
        .isEqualTo("differs from the golden trace of 3.8: 1 line gone, nothing new");
    assertThat(verdict.detail())
        .containsExactly("@@ shop.golden:4 @@ main", " f", " g", " h", "-f", " g");
    assertThat(verdict.spot()).hasValue(new Place(FileNames.of(file()), 7));
  }

  @Test
  void theSpotIsTheNewFunctionsOwn() throws IOException {
    update(shown("3.8.18", F));
    assertThat(check(shown("3.8.18", F, H)).get(0).spot()).hasValue(new Place("app.py", 40));
  }

  @Test
  void aLongDifferenceIsCut() throws IOException {
    update(shown("3.8.18", F));
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.addAll(i % 3 == 0 ? List.of(G, H) : i % 7 == 0 ? List.of(F, G) : List.of(H, F, H));
    }
    Verdict verdict = check(shown("3.8.18", many.toArray(new String[0]))).get(0);
    assertThat(verdict.detail()).hasSize(61).last().asString().startsWith("... and ");
  }

  @Test
  void aMalformedFileIsReportedAndNotOverwritten() throws IOException {
    Files.writeString(file(), "leadline golden trace 1\npython: 3.8\n[\n");
    for (Verdict verdict :
        List.of(check(shown("3.8.18", F)).get(0), update(shown("3.8.18", F)).get(0))) {
      assertThat(verdict.kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(verdict.message()).contains("shop.golden:3: ");
      assertThat(verdict.spot()).hasValue(new Place(FileNames.of(file()), 3));
    }
    assertThat(file()).hasContent("leadline golden trace 1\npython: 3.8\n[\n");
  }

  @Test
  void anEmptyFileIsWritten() throws IOException {
    Files.createFile(file());
    assertThat(check(shown("3.8.18", F)).get(0).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(update(shown("3.8.18", F))).containsOnly(Verdict.holds("written"));
  }

  @Test
  void nothingIsWrittenWhereARunHasAFault() throws IOException {
    Verdict fault = Verdict.fails("too long");
    ShownText broken =
        new ShownText("3.9.18", new MinorVersion(3, 9), Optional.empty(), Optional.of(fault));
    List<Verdict> verdicts = update(shown("3.8.18", F), broken);
    assertThat(verdicts.get(0).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(verdicts.get(1)).isEqualTo(fault);
    assertThat(file()).doesNotExist();
  }

  @Test
  void twoReleasesOfAVersionMustNotDiffer() throws IOException {
    assertThat(update(shown("3.12.1", F), shown("3.12.6", G)))
        .extracting(Verdict::message)
        .last()
        .asString()
        .startsWith("3.12.1 and 3.12.6 do not do the same");
    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return directory.resolve("shop.golden");
  }

  private List<Verdict> check(ShownText... texts) throws IOException {
    return new Golden(file(), false).verdicts(List.of(texts));
  }

  private List<Verdict> update(ShownText... texts) throws IOException {
    return new Golden(file(), true).verdicts(List.of(texts));
  }

  /** A run whose main calls these. */
  private static ShownText shown(String python, String... called) throws IOException {
    StringBuilder events =
        new StringBuilder(call(0, 0, 1, 3, 0) + line(1) + call(1, 0, 10, 4, 1) + line(11));
    for (String function : called) {
      int code = 2 + Arrays.asList(F, G, H).indexOf(function);
      events.append(call(code, 1) + returned(10 * code, 1));
    }
    try (Execution execution = Executions.of(events + returned(12, 1) + returned(2, 1))) {
      MinorVersion version =
          MinorVersion.parse(python.substring(0, python.lastIndexOf('.'))).orElseThrow();
      return new ShownText(
          python, version, Optional.of(GoldenText.of(execution)), Optional.empty());
    } catch (TooLongException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
