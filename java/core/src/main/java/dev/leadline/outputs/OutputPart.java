package dev.leadline.outputs;

/** What a run shows to the outside. */
public enum OutputPart {
  STDOUT("stdout"),
  STDERR("stderr"),
  STATUS("exit-status");

  private final String id;

  OutputPart(String id) {
    this.id = id;
  }

  /** Its name in reports; also the id of the cause of its differences, which may be allowed. */
  public String id() {
    return id;
  }
}
