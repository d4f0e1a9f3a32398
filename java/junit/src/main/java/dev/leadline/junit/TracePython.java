package dev.leadline.junit;

import dev.leadline.event.FrameValues.ValueKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what a Python program does: run once for each interpreter, with the trace of the
 * program's run as a parameter of type {@link PythonTrace}. Paths are relative to the working
 * directory, which is the module's under Maven and Gradle. An interpreter that is not found is a
 * failure, not a test that is left out.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(TracePythonExtension.class)
public @interface TracePython {

  /** The interpreter list that stands for all that are found. */
  String ALL = "all";

  /** A script, or a directory or zip with {@code __main__.py}; one of this, module and code. */
  String script() default "";

  /** What {@code python -m} runs. */
  String module() default "";

  /** What {@code python -c} runs. */
  String code() default "";

  /** The program's arguments. */
  String[] args() default {};

  /**
   * Interpreters: paths, commands or versions, or {@value #ALL}; by default that of {@code leadline
   * trace}.
   */
  String[] python() default {};

  /** Options of the interpreter, each a token of its own. */
  String[] pythonOptions() default {};

  /** Where the program starts. */
  String directory() default "";

  /** File that the program reads as stdin; none for an empty one. */
  String stdin() default "";

  /** Changes of the environment, each {@code NAME=VALUE}. */
  String[] env() default {};

  /** Directories under which the user's code is; none for the program's own. */
  String[] root() default {};

  /** Only files or dotted modules that match one of these globs. */
  String[] include() default {};

  /** No files or dotted modules that match one of these globs. */
  String[] exclude() default {};

  /** Which values are recorded, as {@code returned} and {@code calledWith} need them. */
  ValueKind[] values() default {};

  /** Whether the code of libraries is recorded, too, as {@code neverRan} needs it. */
  boolean allCode() default false;

  /** Whether child processes are recorded, too. */
  boolean follow() default false;

  /** How long the program may run, in seconds; 0 for as long as it likes. */
  int timeoutSeconds() default 60;
}
