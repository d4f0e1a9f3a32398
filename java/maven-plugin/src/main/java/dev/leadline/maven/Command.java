package dev.leadline.maven;

import dev.leadline.cli.Leadline;
import dev.leadline.cli.Leadline.Finished;
import dev.leadline.cli.Leadline.Outputs;
import java.nio.file.Path;
import java.util.List;

/** One command of Leadline's in this JVM, with all its output in Maven's log. */
final class Command {

  private final MavenLines lines;

  Command(MavenLines lines) {
    this.lines = lines;
  }

  /**
   * Runs it in the foreground.
   *
   * @param directory which relative paths are relative to
   */
  Ended run(List<String> words, Path directory) {
    lines.debug("leadline " + String.join(" ", words));
    LastLine own = new LastLine(lines::info);
    Finished finished;
    try (LineStream out = new LineStream(lines::info);
        LineStream err = new LineStream(own);
        LineStream programOut = new LineStream(lines::info);
        LineStream programErr = new LineStream(lines::warn)) {
      Outputs outputs = new Outputs(out, err, programOut, programErr);
      finished = Leadline.run(words, directory, System.getenv(), outputs);
    }
    return new Ended(finished.status(), finished.complained(), own.held());
  }
}
