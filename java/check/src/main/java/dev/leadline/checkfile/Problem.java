package dev.leadline.checkfile;

/**
 * Something that is wrong in a check file.
 *
 * @param path the keys that lead to it: {@code runs[0].expect.calls}; empty for the whole file
 * @param message what is wrong, for the user
 */
record Problem(Mark mark, String path, String message) {

  /** One line, with the place in a file that is called so. */
  String in(String file) {
    return file + ":" + mark + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
