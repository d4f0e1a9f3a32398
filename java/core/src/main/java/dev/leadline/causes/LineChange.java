package dev.leadline.causes;

/**
 * How often a line was told of on both sides.
 *
 * @param lineno the line
 * @param older how often on the older interpreter
 * @param younger how often on the younger one
 */
record LineChange(int lineno, long older, long younger) {

  boolean gained() {
    return younger > older;
  }

  boolean lost() {
    return younger < older;
  }
}
