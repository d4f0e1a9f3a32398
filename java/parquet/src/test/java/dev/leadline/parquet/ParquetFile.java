package dev.leadline.parquet;

import dev.leadline.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A trace as a Parquet file, which DuckDB reads. */
final class ParquetFile implements AutoCloseable {

  private final Connection connection;
  private final Path file;

  private ParquetFile(Path file) throws SQLException {
    this.file = file;
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Writes the report of a trace into that directory. */
  static ParquetFile of(String trace, Path directory) throws IOException, SQLException {
    return new ParquetFile(
        Files.write(directory.resolve("trace.parquet"), Reports.bytes("parquet", trace)));
  }

  /** Rows as their texts; FILE in the query is the file as a text of SQL. */
  List<List<String>> query(String sql) throws SQLException {
    try (ResultSet result =
        connection.createStatement().executeQuery(sql.replace("FILE", "'" + file + "'"))) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The first column. */
  List<String> column(String sql) throws SQLException {
    return query(sql).stream().map(row -> row.get(0)).toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
