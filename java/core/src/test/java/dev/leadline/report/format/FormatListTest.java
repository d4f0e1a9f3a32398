package dev.leadline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.ReportFormats;
import dev.leadline.report.compare.ComparisonFormat;
import dev.leadline.report.depths.DepthsFormat;
import dev.leadline.report.format.Format.Described;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatListTest {

  private static final FormatList<Format> LIST =
      new FormatList<>(
          List.of(
              new Described("long", "the long form", "txt"),
              new Described("short", "the short form", "txt"),
              new Described("page", "a page", "html"),
              new Described("data", "data", "json"),
              new Described("boxes", "boxes", "boxes.json"),
              new Described("packed", "packed data", "pk.gz")));

  @ParameterizedTest
  @CsvSource({
    "x.html, page",
    "dir.txt/X.HTML, page",
    "x.html.gz, page",
    "x.txt, long",
    "x.json.gz, data",
    "x.boxes.json, boxes",
    "x.boxes.json.gz, boxes",
    "x.pk.gz, packed"
  })
  void theLongestExtensionOfAFilePicksTheFirstFormatThatHasIt(String file, String name) {
    assertThat(LIST.forFile(Path.of(file))).map(Format::name).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"x", "html", "x.pk", "x.html.zip", "x.xhtml", "x.gz"})
  void otherNamesPickNone(String file) {
    assertThat(LIST.forFile(Path.of(file))).isEmpty();
  }

  @Test
  void theFirstIsTheUsualOne() {
    assertThat(LIST.usual().name()).isEqualTo("long");
    assertThat(LIST.named("page")).isPresent();
    assertThat(LIST.named("Page")).isEmpty();
  }

  @Test
  void theTableHasARowForEach() {
    assertThat(LIST.table())
        .containsExactly(
            "long    .txt         the long form",
            "short   .txt         the short form",
            "page    .html        a page",
            "data    .json        data",
            "boxes   .boxes.json  boxes",
            "packed  .pk.gz       packed data");
  }

  static Stream<FormatList<? extends Format>> lists() {
    return Stream.of(ReportFormats.ALL, ComparisonFormat.ALL, DepthsFormat.ALL);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void namesAreWordsAndEachIsThereOnce(FormatList<? extends Format> list) {
    assertThat(list.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+"));
    assertThat(list.all())
        .allMatch(format -> format.extension().matches("[a-z]+(\\.[a-z]+)*"))
        .allMatch(format -> format.description().matches(".*[^.]"));
  }
}
