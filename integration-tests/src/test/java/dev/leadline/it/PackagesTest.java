package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comparison of interpreters invents no difference of real packages and random programs, and
 * hides none of mutants. This is the bounded part; the commands in {@code packages/} do as much as
 * they are asked for.
 */
class PackagesTest {

  private static final Path COMMANDS = Repository.TESTS.resolve("packages");

  @TempDir Path work;

  @Test
  void nothingIsInventedOfSmallPackages() {
    Optional<String> packages = Optional.ofNullable(System.getenv("LEADLINE_PACKAGES"));
    Assumptions.assumeTrue(
        packages.isPresent(),
        "LEADLINE_PACKAGES names no directory of packages; .ci/run fetches them and does");
    isZero("neighbours.py", "--packages", packages.get(), "--present", "-j", "2");
  }

  /**
   * No program of these seeds has a construct that is still compared wrongly, mostly between 3.7
   * and 3.12.
   */
  @Test
  void norOfRandomPrograms() {
    isZero("neighbours.py", "--random", "3", "--seed", "5", "-j", "2");
  }

  @Test
  void noMutantIsHidden() {
    List<String> names = Interpreters.all().stream().map(PackagesTest::version).toList();
    List<String> options = new ArrayList<>(List.of("--random", "12", "-j", "2"));
    for (String pair : List.of("3.11,3.12", "3.12,3.13", "3.13,3.14", "3.14,3.15")) {
      if (names.containsAll(List.of(pair.split(",")))) {
        options.addAll(List.of("--pair", pair));
      }
    }
    Assumptions.assumeTrue(options.contains("--pair"), "there are no two neighbours from 3.11 on");
    isZero("mutants.py", options.toArray(String[]::new));
  }

  private static String version(Interpreter python) {
    return Interpreters.version(python).toString();
  }

  private void isZero(String name, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Interpreters.newest().executable().toString());
    command.add(COMMANDS.resolve(name).toString());
    command.addAll(List.of(options));
    for (Interpreter python : Interpreters.all()) {
      command.add(python.executable().toString());
    }
    Outcome outcome = Run.process(work, command);

    assertThat(outcome.errText()).isEmpty();
    assertThat(outcome.status()).as(outcome.outText()).isZero();
  }
}
