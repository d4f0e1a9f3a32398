package dev.leadline.report.html;

import dev.leadline.event.Header;
import dev.leadline.report.html.LineHits.FileLines;
import dev.leadline.report.page.JsonColumns;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.SourceFiles;
import dev.leadline.source.SourceFile;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A source file of a page.
 *
 * @param file its name in the trace, without the working directory in front
 * @param text its lines as they are
 * @param lines what ran of it
 */
record PageSource(String file, String text, FileLines lines) {

  /** Characters of all files of a page. */
  private static final int MOST_CHARACTERS = 2 << 20;

  /** The files in which lines ran, as far as they may be read and have room. */
  static List<PageSource> of(LineHits hits, Header header, Map<Integer, Sources> sources) {
    List<PageSource> found = new ArrayList<>();
    int room = MOST_CHARACTERS;
    for (FileLines lines : hits.files()) {
      Optional<String> text =
          Optional.ofNullable(sources.get(lines.process()))
              .flatMap(known -> known.find(lines.file()))
              .flatMap(PageSource::text);
      if (text.isPresent() && text.get().length() <= room) {
        room -= text.get().length();
        found.add(new PageSource(Phrases.file(lines.file(), header), text.get(), lines));
      }
    }
    return found;
  }

  private static Optional<String> text(SourceFile source) {
    try {
      return Optional.of(SourceFiles.decode(source.read()));
    } catch (IOException e) {
      return Optional.empty(); // a page is good without its sources
    }
  }

  void write(JsonColumns columns) throws IOException {
    int[] ran = IntStream.range(0, lines.hits().length).filter(this::isShown).toArray();
    columns.texts("file", Stream.of(file));
    columns.texts("text", Stream.of(text));
    columns.numbers("line", IntStream.of(ran).asLongStream());
    columns.numbers("hits", IntStream.of(ran).mapToLong(line -> lines.hits()[line]));
    columns.numbers("callNs", IntStream.of(ran).mapToLong(line -> lines.callNs()[line]));
    columns.close();
  }

  private boolean isShown(int line) {
    return lines.hits()[line] > 0 || lines.callNs()[line] > 0;
  }
}
