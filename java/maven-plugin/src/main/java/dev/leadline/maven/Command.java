package dev.leadline.maven;

import dev.leadline.cli.Leadline;
import dev.leadline.cli.Leadline.Finished;
import dev.leadline.cli.Leadline.Outputs;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** One command of Leadline's in this JVM, with what the program writes in Maven's log. */
final class Command {

  private final MavenLines lines;
  private final Consumer<String> own;

  /**
   * A command that speaks there.
   *
   * @param own takes Leadline's own lines, but the last
   */
  Command(MavenLines lines, Consumer<String> own) {
    this.lines = lines;
    this.own = own;
  }

  /**
   * Runs it in the foreground.
   *
   * @param out takes the report, where that goes into no file; it stays open
   * @param directory which relative paths are relative to
   */
  Ended run(List<String> words, Path directory, OutputStream out) {
    lines.debug("leadline " + String.join(" ", words));
    LastLine last = new LastLine(own);
    Finished finished;
    try (LineStream err = new LineStream(last);
        LineStream programOut = new LineStream(lines::info);
        LineStream programErr = new LineStream(lines::warn)) {
      Outputs outputs = new Outputs(out, err, programOut, programErr);
      finished = Leadline.run(words, directory, System.getenv(), outputs);
    }
    return new Ended(finished.status(), finished.complained(), last.held());
  }

  /** Passes lines on, but holds the last one back: it may become the message of an exception. */
  static final class LastLine implements Consumer<String> {

    private final Consumer<String> downstream;
    private Optional<String> held = Optional.empty();

    LastLine(Consumer<String> downstream) {
      this.downstream = downstream;
    }

    @Override
    public void accept(String line) {
      held.ifPresent(downstream);
      held = Optional.of(line);
    }

    Optional<String> held() {
      return held;
    }
  }

  /**
   * How a command ended.
   *
   * @param status its exit status
   * @param complained whether Leadline could not do what it was asked for
   * @param last Leadline's own last line, which is not in the log yet
   */
  record Ended(int status, boolean complained, Optional<String> last) {

    private static final String NAME = "leadline: ";

    Ended {
      Objects.requireNonNull(last, "last");
    }

    /** The last line as the message of an exception. */
    String lastWord() {
      String line = last.orElse("Leadline failed, with status " + status);
      return line.startsWith(NAME) ? line.substring(NAME.length()) : line;
    }

    /** Puts the last line into the log, where no exception takes it. */
    void sayLastWord(MavenLines lines) {
      last.ifPresent(lines::info);
    }
  }
}
