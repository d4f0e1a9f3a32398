package dev.leadline.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this repository are. */
final class Repository {

  static final Path ROOT =
      Path.of(System.getProperty("leadline.repository", "..")).toAbsolutePath().normalize();
  static final Path TESTS = ROOT.resolve("integration-tests");
  static final Path PROGRAMS = TESTS.resolve("programs");
  static final Path STACKS = PROGRAMS.resolve("stacks");
  static final Path GREENLETS = PROGRAMS.resolve("greenlets");
  static final Path CHILDREN = PROGRAMS.resolve("children");
  static final Path STDLIB = TESTS.resolve("stdlib");
  static final Path FIDELITY = TESTS.resolve("fidelity");
  static final Path RECORDER = TESTS.resolve("oracle/raw_recorder.py");
  static final Path JAR = ROOT.resolve("java/cli/target/leadline.jar");

  private static final Path LIBRARIES =
      ROOT.resolve("python-agent/target/classes/dev/leadline/agent/native");

  private Repository() {}

  /** Whether the agent was built with its recorder in C. */
  static boolean recordsInC() {
    return Files.isDirectory(LIBRARIES);
  }

  /** The launcher in another checkout, with what builds it there. */
  static Path copyLauncher(Path checkout) throws IOException {
    Files.createDirectories(checkout.resolve("java"));
    Files.copy(ROOT.resolve("java/build.sh"), checkout.resolve("java/build.sh"));
    return Files.copy(ROOT.resolve("leadline"), checkout.resolve("leadline"));
  }
}
