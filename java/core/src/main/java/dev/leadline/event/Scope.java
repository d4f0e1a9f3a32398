package dev.leadline.event;

import java.util.Locale;

/** Whose code a frame runs. The agent decides it once per code object, by its file name. */
public enum Scope {
  /** Under the program's directory, or under one of the roots that were asked for. */
  USER,
  /** The interpreter's own library, by its path. */
  STDLIB,
  /** Any other file: installed packages, and what {@code PYTHONPATH} adds. */
  SITE,
  /** {@code <frozen ...>}: modules that are compiled into the interpreter. */
  FROZEN,
  /** Code without a file: {@code <string>} and what {@code exec}, dataclasses, attrs make. */
  GENERATED,
  /** A debugger or launcher of the user's own that loads the program: its files. */
  RUNNER,
  /** Leadline's own code. */
  AGENT;

  /** The name as the wire and the command line write it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
