package dev.leadline.interpreter;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A CPython that Leadline can use, as it describes itself when it is started without {@code site}.
 *
 * @param executable what is started, absolute; links are not resolved, since a virtual environment
 *     is found through them
 * @param version {@code sys.version_info}
 * @param implementation {@code sys.implementation.name}
 * @param sysExecutable {@code sys.executable}; another file than {@code executable} where that is a
 *     shim which starts one interpreter or another
 * @param prefix {@code sys.prefix} before {@code site} ran
 * @param basePrefix {@code sys.base_prefix} before {@code site} ran
 * @param freeThreaded whether it was built to run without the GIL (PEP 703)
 */
public record Interpreter(
    Path executable,
    PythonVersion version,
    String implementation,
    String sysExecutable,
    String prefix,
    String basePrefix,
    boolean freeThreaded)
    implements Probed {

  public Interpreter {
    Objects.requireNonNull(executable, "executable");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(implementation, "implementation");
    Objects.requireNonNull(sysExecutable, "sysExecutable");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(basePrefix, "basePrefix");
  }

  /** Whether what is started may start another interpreter elsewhere. */
  boolean isShim() {
    return !sysExecutable.equals(executable.toString());
  }

  /** Whether its version came out before the final release. */
  public boolean preRelease() {
    return version.preRelease();
  }
}
