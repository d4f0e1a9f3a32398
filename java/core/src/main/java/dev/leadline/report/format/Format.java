package dev.leadline.report.format;

/** One form in which something is written, as a command line needs to know it. */
public interface Format {

  /** What is said of it. */
  Described described();

  /** The word that the command line takes. */
  default String name() {
    return described().name();
  }

  /** One line for the help. */
  default String description() {
    return described().description();
  }

  /** The end of a file's name, without a dot: {@code txt}, {@code json}. */
  default String extension() {
    return described().extension();
  }

  /** A format that is no more than what is said of it: another part of Leadline writes it. */
  record Described(String name, String description, String extension) implements Format {

    /** Text for people, as several commands write it. */
    public static final Described TEXT = new Described("text", "text for people", "txt");

    /** JSON, as several commands write it. */
    public static final Described JSON =
        new Described("json", "one JSON object for machines", "json");

    @Override
    public Described described() {
      return this;
    }
  }
}
