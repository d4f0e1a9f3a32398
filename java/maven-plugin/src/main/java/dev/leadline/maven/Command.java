package dev.leadline.maven;

import dev.leadline.cli.Leadline;
import dev.leadline.cli.Leadline.Finished;
import dev.leadline.cli.Leadline.Outputs;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
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
}
