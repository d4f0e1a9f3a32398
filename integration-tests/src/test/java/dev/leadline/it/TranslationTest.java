package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.ru.md has the commands, the links and the structure of README.md. */
class TranslationTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  private final Page original = Page.of("README.md");
  private final Page translation = Page.of("README.ru.md");

  @Test
  void blocksAreEqual() {
    assertThat(texts(translation)).isEqualTo(texts(original));
  }

  @Test
  void headingsAndTablesHaveTheSameShape() {
    assertThat(shape(translation)).isEqualTo(shape(original));
  }

  @Test
  void linksLeadToTheSamePages() {
    assertThat(links(translation)).containsExactlyInAnyOrderElementsOf(links(original));
  }

  private static List<List<String>> texts(Page page) {
    return page.blocks().stream().map(Page.Block::lines).toList();
  }

  /** The level of each heading, and the number of columns of each row, in their order. */
  private static List<String> shape(Page page) {
    return page.lines().stream()
        .filter(line -> line.startsWith("#") || line.startsWith("|"))
        .map(line -> line.startsWith("#") ? line.replaceAll("[^#].*", "") : columns(line))
        .toList();
  }

  private static String columns(String row) {
    return row.replaceAll("[^|]", "");
  }

  /** Each page links to the other one besides. */
  private static List<String> links(Page page) {
    return LINK.matcher(page.text())
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.startsWith("README."))
        .toList();
  }
}
