package dev.leadline.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Surroundings that util-linux makes for one command: mounts, networks and users of its own. */
final class Sandbox {

  /** Mounts of its own, as a root of its own where we are not. */
  static final List<String> MOUNTS = List.of("unshare", "--map-root-user", "--mount");

  /** No network but a loopback device that is down. */
  static final List<String> NO_NETWORK = List.of("unshare", "--map-root-user", "--net");

  /** Mounts of its own for a command that becomes another user; this takes root. */
  static final List<String> ROOT_MOUNTS = List.of("unshare", "--mount");

  /** A user that no file of the system knows, as a container may be given. */
  static final List<String> STRANGER =
      List.of("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups");

  private Sandbox() {}

  /**
   * Goes on where this machine can make such surroundings. Else the test fails in continuous
   * integration, which names the interpreters it must find, and is left out on a desk.
   */
  static void needs(List<String> surroundings) {
    List<String> probe = new ArrayList<>(List.of("sh", "-c", "\"$@\"", "sh"));
    probe.addAll(surroundings);
    probe.add("true");
    Outcome outcome = Run.process(Path.of("/"), probe);
    if (outcome.status() != 0) {
      String why = "cannot be made here: " + String.join(" ", surroundings) + ": " + outcome.err();
      if (Interpreters.required().isEmpty()) {
        Assumptions.abort(why);
      }
      Assertions.fail(why);
    }
  }

  /** A command behind what makes its surroundings, and a script that is run in them first. */
  static List<String> command(List<String> surroundings, String script, List<String> command) {
    List<String> all = new ArrayList<>(surroundings);
    all.addAll(Arrays.asList("sh", "-c", script + "\nexec \"$@\"", "sh"));
    all.addAll(command);
    return all;
  }
}
