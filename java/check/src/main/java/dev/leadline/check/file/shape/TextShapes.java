package dev.leadline.check.file.shape;

import dev.leadline.check.expect.Functions;
import dev.leadline.filter.Glob;
import java.nio.file.Path;
import java.util.List;

/** Texts with a meaning. */
public final class TextShapes {

  /** A text that is not empty. */
  public static final Shape<String> WORD =
      ScalarShape.TEXT
          .to(TextShapes::notEmpty)
          .as("a text", schema -> schema.number("minLength", 1));

  /** A glob that can be read. */
  public static final Shape<Glob> GLOB = WORD.to(Glob::compile).as("a glob", schema -> schema);

  /** A glob for functions. */
  public static final Shape<Glob> FUNCTION = GLOB.to(Functions::glob);

  /** Globs as they are written, each of which can be read. */
  public static final Shape<List<String>> GLOBS =
      GLOB.orSeveral().to(globs -> globs.stream().map(Glob::toString).toList());

  /** A path of this file system. */
  public static final Shape<Path> PATH = WORD.to(Path::of).as("a path", schema -> schema);

  private TextShapes() {}

  private static String notEmpty(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("wants a text, not an empty one");
    }
    return text;
  }
}
