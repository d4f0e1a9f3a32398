package dev.leadline.interpreter;

import java.nio.file.Path;

/** What an executable turned out to be: an interpreter that Leadline can use, or not. */
public sealed interface Probed permits Interpreter, Refusal {

  /** The executable that was asked, absolute; links are not resolved. */
  Path executable();
}
