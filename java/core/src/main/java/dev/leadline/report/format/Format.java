package dev.leadline.report.format;

/** One form in which something is written, as a command line needs to know it. */
public interface Format {

  /** The word that the command line takes. */
  String name();

  /** One line for the help. */
  String description();

  /** The end of a file's name, without a dot: {@code txt}, {@code json}. */
  String extension();

  /** A format that is no more than what is said of it: another part of Leadline writes it. */
  record Described(String name, String description, String extension) implements Format {}
}
