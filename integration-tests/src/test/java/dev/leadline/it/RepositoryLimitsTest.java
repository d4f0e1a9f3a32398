package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How large the parts of this repository may be, and how they are written about. All limits stand
 * here; those above the goal may only shrink.
 */
class RepositoryLimitsTest {

  private static final int README_LINES = 150;
  private static final int DOCS_LINES = 250;

  private static final int LAUNCHER_LINES = 120;

  /** Blocks of commands in documents that no test runs. */
  private static final int COMMANDS_NOT_TESTED = 9;

  private static final int FILES_IN_A_PACKAGE = 20;

  /** In the agent, outside of the module that names what versions do differently. */
  private static final int VERSION_COMPARISONS = 5;

  private static final Path AGENT = Repository.ROOT.resolve("python-agent");

  /** What documents do not say: personified code, and words that no engineer looks for. */
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "\\b(told|tells? of|nobody|somebody|who|at hand|stands? upon|beneath|so many|is none)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Lines of Java, tests included, with such a word: the pattern itself. */
  private static final int NOT_PLAIN_IN_JAVA = 1;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(#[^)]*)?\\)");

  @Test
  void pagesAreShort() {
    for (Page page : Page.all()) {
      int limit = page.name().startsWith("README") ? README_LINES : DOCS_LINES;
      assertThat(page.lines().size()).as(page.name()).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void launcherIsShort() {
    assertThat(Page.of("leadline").lines().size()).isLessThanOrEqualTo(LAUNCHER_LINES);
  }

  @Test
  void documentsUsePlainWords() {
    Stream<Page> documents =
        Stream.concat(Page.all().stream(), Stream.of(Page.of("python-agent/PROTOCOL.md")));
    assertThat(documents.flatMap(page -> notPlain(page).stream())).isEmpty();
  }

  @Test
  void javaUsesPlainWords() {
    long lines =
        files(Repository.ROOT, "", ".java").stream()
            .flatMap(file -> read(file).lines())
            .filter(line -> NOT_PLAIN.matcher(line).find())
            .count();

    assertThat(lines).isLessThanOrEqualTo(NOT_PLAIN_IN_JAVA);
  }

  private static List<String> notPlain(Page page) {
    List<String> lines = page.lines();
    return IntStream.range(0, lines.size())
        .filter(i -> NOT_PLAIN.matcher(lines.get(i)).find())
        .mapToObj(i -> page.name() + ":" + (i + 1) + " " + lines.get(i))
        .toList();
  }

  @Test
  void fewCommandsAreNotTested() {
    assertThat(Page.all().stream().flatMap(page -> page.consoles().stream()))
        .filteredOn(block -> block.notTested().isPresent())
        .hasSizeLessThanOrEqualTo(COMMANDS_NOT_TESTED);
  }

  @Test
  void commandsAreInBlocksThatRun() {
    assertThat(Page.all().stream().flatMap(page -> page.blocks().stream()))
        .filteredOn(block -> block.lines().stream().anyMatch(line -> line.startsWith("$ ")))
        .allSatisfy(block -> assertThat(block.language()).isEqualTo("console"));
  }

  @Test
  void linksLeadToPagesAndHeadings() {
    for (Page page : Page.all()) {
      LINK.matcher(page.text())
          .results()
          .forEach(link -> exists(page, link.group(1), link.group(2)));
    }
  }

  private static void exists(Page page, String path, String anchor) {
    Path here = Repository.ROOT.resolve(page.name());
    Path target = path.isEmpty() ? here : here.resolveSibling(path).normalize();
    assertThat(target).as("link of %s", page.name()).exists();
    if (anchor != null) {
      assertThat(anchors(Page.of(Repository.ROOT.relativize(target).toString())))
          .as("headings that %s links to", page.name())
          .contains(anchor);
    }
  }

  /** As GitHub makes them from headings. */
  private static List<String> anchors(Page page) {
    return page.lines().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> "#" + line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void packagesAreSmall() {
    assertThat(packages())
        .allSatisfy(
            (name, files) ->
                assertThat(files)
                    .as("files of package %s", name)
                    .isLessThanOrEqualTo(FILES_IN_A_PACKAGE));
  }

  @Test
  void architectureNamesEachPackage() {
    String page = Page.of("docs/architecture.md").text();
    assertThat(packages().keySet())
        .map(name -> name.replaceFirst("\\..*", ""))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  /** The product's packages, without {@code dev.leadline}, with the numbers of their files. */
  private static Map<String, Integer> packages() {
    Path java = Repository.ROOT.resolve("java");
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path file : files(java, "src/main/java/dev/leadline/", ".java")) {
      String path = java.relativize(file.getParent()).toString();
      String name = path.replaceFirst(".*/dev/leadline/?", "").replace('/', '.');
      sizes.merge(name, 1, Integer::sum);
    }
    return sizes;
  }

  @Test
  void agentComparesVersionsInOneModule() {
    String code =
        files(AGENT, "", ".py").stream()
            .filter(file -> !file.startsWith(AGENT.resolve("tests")))
            .filter(file -> !file.endsWith("_leadline/versions.py"))
            .map(RepositoryLimitsTest::read)
            .collect(Collectors.joining("\n"));
    Matcher comparisons = Pattern.compile("sys\\.version_info").matcher(code);

    assertThat(comparisons.results().count()).isLessThanOrEqualTo(VERSION_COMPARISONS);
  }

  private static List<Path> files(Path root, String within, String extension) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(extension))
          .filter(file -> file.toString().contains(within))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?target/.*"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
