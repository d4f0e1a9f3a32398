package dev.leadline.report.html;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.event.Header;
import dev.leadline.report.html.LineHits.FileLines;
import dev.leadline.report.page.JsonColumns;
import dev.leadline.report.text.Phrases;
import dev.leadline.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A source file of a page.
 *
 * @param name its whole name
 * @param file its name in the trace, without the working directory in front
 * @param text its lines as they are
 * @param lines what ran of it
 */
record PageSource(String name, String file, String text, FileLines lines) {

  /** Characters of all files of a page. */
  private static final int MOST_CHARACTERS = 2 << 20;

  /** The files in which lines ran, as far as they may be read and have room. */
  static List<PageSource> of(LineHits hits, Header header, PageFiles files) {
    List<PageSource> found = new ArrayList<>();
    int room = MOST_CHARACTERS;
    for (FileLines lines : hits.files()) {
      Optional<String> text = files.find(lines).flatMap(PageSource::text);
      if (text.isPresent() && text.get().length() <= room) {
        room -= text.get().length();
        String file = Phrases.file(lines.file(), header);
        found.add(new PageSource(files.name(lines), file, text.get(), lines));
      }
    }
    return found;
  }

  private static Optional<String> text(SourceFile source) {
    try {
      return Optional.of(source.readText());
    } catch (IOException e) {
      return Optional.empty(); // a page is good without its sources
    }
  }

  /** Writes it, with the statements that did not run where those are known. */
  void write(JsonColumns columns, Optional<ExecutableFile> executable, boolean lineTimes)
      throws IOException {
    int[] ran = IntStream.range(0, lines.hits().length).filter(this::isShown).toArray();
    List<Statement> statements = executable.map(ExecutableFile::statements).orElse(List.of());
    columns.texts("file", Stream.of(file));
    columns.texts("text", Stream.of(text));
    columns.numbers("line", IntStream.of(ran).asLongStream());
    columns.numbers("hits", IntStream.of(ran).mapToLong(line -> lines.hits()[line]));
    columns.numbers("callNs", IntStream.of(ran).mapToLong(line -> lines.callNs()[line]));
    if (lineTimes) {
      columns.numbers("ownNs", IntStream.of(ran).mapToLong(line -> lines.ownNs()[line]));
    }
    columns.numbers("statements", LongStream.of(executable.isPresent() ? statements.size() : -1));
    columns.numbers(
        "missed", statements.stream().filter(one -> !ran(one)).mapToLong(Statement::first));
    columns.close();
  }

  private boolean isShown(int line) {
    return lines.hits()[line] > 0 || lines.callNs()[line] > 0 || lines.ownNs()[line] > 0;
  }

  private boolean ran(Statement statement) {
    int end = Math.min(statement.last() + 1, lines.hits().length);
    return IntStream.range(Math.min(statement.first(), end), end)
        .anyMatch(line -> lines.hits()[line] > 0);
  }
}
