package dev.leadline.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What runs SQL over Parquet files. */
interface Engine {

  /** Runs one statement; empty where it gives no rows. */
  Optional<Table> run(String sql) throws SQLException;

  /** DuckDB in memory. */
  final class DuckDb implements Engine, AutoCloseable {

    private final Connection connection;

    DuckDb() throws SQLException {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @Override
    public Optional<Table> run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql)
            ? Optional.of(table(statement.getResultSet()))
            : Optional.empty();
      }
    }

    private static Table table(ResultSet result) throws SQLException {
      ResultSetMetaData described = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        columns.add(described.getColumnLabel(i));
      }
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(String.valueOf((Object) result.getString(i)));
        }
        rows.add(row);
      }
      return new Table(columns, rows);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** Spark in this JVM: one session for all tests, which ends with the JVM. */
  final class Spark implements Engine {

    private static final SparkSession SESSION =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.log.level", "ERROR")
            .getOrCreate();

    @Override
    public Optional<Table> run(String sql) {
      Dataset<Row> result = SESSION.sql(sql);
      List<List<String>> rows = new ArrayList<>();
      for (Row row : result.collectAsList()) {
        rows.add(IntStream.range(0, row.size()).mapToObj(i -> String.valueOf(row.get(i))).toList());
      }
      return Optional.of(new Table(Arrays.asList(result.columns()), rows));
    }
  }
}
