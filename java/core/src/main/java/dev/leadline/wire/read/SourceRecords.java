package dev.leadline.wire.read;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Function;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.event.TraceRecord;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decodes what a trace holds of its source files: the first record of each kind for a file, and no
 * more than memory is meant for. What is beyond that is skipped as if it were not there.
 */
final class SourceRecords {

  private static final int LONGEST_TEXT = 512 << 10;
  private static final int ALL_TEXTS = 8 << 20;
  private static final int FILES = 20_000;

  /** No source file has more lines. */
  private static final int MOST_LINES = 10_000_000;

  /** Numbers and names of all files: a line of source has about three. */
  private static final int ALL_NUMBERS = 4_000_000;

  private static final String STATEMENTS = "statements";
  private static final String BRANCHES = "branches";
  private static final String FUNCTIONS = "functions";

  private final Set<String> texts = new HashSet<>();
  private final Set<String> executable = new HashSet<>();
  private int characters;
  private int numbers;

  /** A {@code source} record. */
  Optional<TraceRecord> source(JsonFields fields) throws JsonFormatException {
    String file = fields.text("file");
    String text = fields.text("text");
    boolean room = text.length() <= LONGEST_TEXT && characters + text.length() <= ALL_TEXTS;
    if (!room || texts.size() == FILES || !texts.add(file)) {
      return Optional.empty();
    }
    characters += text.length();
    return Optional.of(new TraceRecord.SourceText(file, text));
  }

  /** An {@code executable} record. */
  Optional<TraceRecord> executable(JsonFields fields) throws JsonFormatException {
    String file = fields.text("file");
    List<int[]> statements = fields.rows(STATEMENTS);
    List<List<int[]>> branches = fields.tables(BRANCHES);
    List<JsonFields> functions = fields.objects(FUNCTIONS);
    int size =
        statements.size()
            + functions.size()
            + branches.stream().flatMap(List::stream).mapToInt(row -> row.length).sum();
    if (numbers + size > ALL_NUMBERS || executable.size() == FILES || !executable.add(file)) {
      return Optional.empty();
    }
    numbers += size;
    List<Function> named = new ArrayList<>();
    for (JsonFields one : functions) {
      named.add(
          new Function(line(one.number("first")), line(one.number("line")), one.text("name")));
    }
    ExecutableFile lines = new ExecutableFile(statements(statements), branches(branches), named);
    return Optional.of(new TraceRecord.Executable(file, lines));
  }

  private static List<Statement> statements(List<int[]> rows) throws JsonFormatException {
    List<Statement> statements = new ArrayList<>();
    int before = 0;
    for (int[] row : rows) {
      int first = row.length == 0 ? 0 : line(row[0]);
      int last = row.length == 0 ? 0 : line(row[row.length - 1]);
      if (row.length == 0 || row.length > 2 || first <= before || last < first) {
        throw new JsonFormatException("\"statements\" is not a list of lines in their order");
      }
      statements.add(new Statement(first, last));
      before = first;
    }
    return statements;
  }

  /** The line of each in a row of its own, then the lines of each way. */
  private static List<Branch> branches(List<List<int[]>> tables) throws JsonFormatException {
    List<Branch> branches = new ArrayList<>();
    for (List<int[]> table : tables) {
      if (table.size() < 2 || table.get(0).length != 1) {
        throw new JsonFormatException("\"branches\" is not a list of lines with their ways");
      }
      List<List<Integer>> ways = new ArrayList<>();
      for (int[] way : table.subList(1, table.size())) {
        ways.add(IntStream.of(way).boxed().toList());
      }
      branches.add(new Branch(line(table.get(0)[0]), ways));
    }
    return branches;
  }

  private static int line(int number) throws JsonFormatException {
    if (number < 1 || number > MOST_LINES) {
      throw new JsonFormatException("no source file has a line " + number);
    }
    return number;
  }
}
