package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The queries of docs/queries.md give what is shown below them, over traces made as it says. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedQueriesTest {

  private static final Page PAGE = Page.of("docs/queries.md");
  private static final String SPARK = "## Spark";
  private static final int TRACES = 100;

  @TempDir static Path temporary;
  private Engine.DuckDb duckDb;

  @BeforeAll
  void commandsAndViews() throws SQLException {
    duckDb = new Engine.DuckDb();
    for (Page.Block block : PAGE.consoles()) {
      for (Page.Command command : block.commands()) {
        Interpreters.assumeThoseOf(command.text());
        Outcome outcome = Run.process(Repository.ROOT, List.of("sh", "-c", here(command.text())));
        assertThat(outcome.status()).as(command.text() + outcome.errText()).isZero();
      }
    }
    for (Page.Block block : queries().keySet().stream().map(PAGE.blocks()::get).toList()) {
      for (String statement : statements(block)) {
        if (statement.contains("CREATE VIEW")) {
          duckDb.run(statement);
        }
      }
    }
  }

  @AfterAll
  void close() throws SQLException {
    duckDb.close();
  }

  private static String here(String text) {
    return text.replace("/tmp/", temporary + "/");
  }

  private static List<String> statements(Page.Block block) {
    return Stream.of(here(String.join("\n", block.lines())).split(";(\n|$)"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** The numbers of the blocks of SQL among all, with whether they are Spark's. */
  private static Map<Integer, Boolean> queries() {
    int spark = PAGE.lines().indexOf(SPARK);
    assertThat(spark).as(SPARK).isPositive();
    Map<Integer, Boolean> queries = new TreeMap<>();
    List<Page.Block> blocks = PAGE.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("sql")) {
        queries.put(i, blocks.get(i).line() > spark);
      }
    }
    return queries;
  }

  @TestFactory
  Stream<DynamicTest> queriesGiveWhatIsShown() {
    return queries().entrySet().stream()
        .filter(query -> PAGE.blocks().get(query.getKey()).lines().get(0).matches("(?!CREATE).*"))
        .map(
            query ->
                DynamicTest.dynamicTest(
                    "line " + PAGE.blocks().get(query.getKey()).line(),
                    () -> runs(query.getKey(), query.getValue() ? new Engine.Spark() : duckDb)));
  }

  private void runs(int block, Engine engine) throws SQLException {
    List<String> shown = PAGE.blocks().get(block + 1).lines();
    List<String> statements = statements(PAGE.blocks().get(block));
    assertThat(statements).hasSize(1);

    List<String> lines = engine.run(statements.get(0)).orElseThrow().lines();

    if (shown.get(0).contains("_ms")) {
      // times, and with them which rows come first, differ between runs
      assertThat(lines).hasSameSizeAs(shown);
      assertThat(lines.get(0).split(" +")).isEqualTo(shown.get(0).split(" +"));
    } else {
      assertThat(lines).isEqualTo(shown);
    }
  }

  @Test
  void thereAreTenRecipesForDuckDb() {
    assertThat(PAGE.lines().stream().filter(line -> line.matches("### \\d+\\. .*"))).hasSize(10);
  }

  /** The query of the page over a directory of many traces: those of the page, under many names. */
  @Test
  void sparkReadsADirectoryOfTraces() throws IOException, SQLException {
    Path many = Files.createDirectory(temporary.resolve("many"));
    for (int i = 0; i < TRACES; i++) {
      Files.copy(temporary.resolve("traces/shop-3.13.parquet"), many.resolve("t" + i + ".parquet"));
    }
    int block =
        queries().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    String sql = statements(PAGE.blocks().get(block)).get(0);

    Table all =
        new Engine.Spark()
            .run(sql.replace(temporary.resolve("traces").toString(), many.toString()))
            .orElseThrow();

    int traces = all.columns().indexOf("traces");
    assertThat(all.rows()).isNotEmpty();
    assertThat(all.rows()).allMatch(row -> row.get(traces).equals(Integer.toString(TRACES)));
  }
}
