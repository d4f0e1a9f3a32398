package dev.leadline.golden;

import dev.leadline.event.Header;
import dev.leadline.execution.Definition;
import dev.leadline.expect.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where functions stand, as a reader here finds them. */
final class ProgramPlaces {

  private final Path here = Path.of("").toAbsolutePath();
  private final String directory;

  ProgramPlaces(Header header) {
    this.directory = header.cwd();
  }

  /** A line of a function's file; the file as the interpreter has it where it is none of ours. */
  Place of(Definition definition, int line) {
    String file = definition.file();
    try {
      Path path = Path.of(directory).resolve(file).normalize();
      boolean beneath = path.isAbsolute() && path.startsWith(here) && !file.startsWith("<");
      String name = beneath ? here.relativize(path).toString().replace('\\', '/') : file;
      return new Place(name, line);
    } catch (InvalidPathException e) {
      // a name that this system cannot have
      return new Place(file, line);
    }
  }
}
