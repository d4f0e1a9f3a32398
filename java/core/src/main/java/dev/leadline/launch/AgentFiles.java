package dev.leadline.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The agent's files, unpacked for all runs of this JVM, or kept from an earlier one. The directory
 * is Leadline's own: the interpreters leave their compiled code in it, so that later runs start
 * faster.
 */
final class AgentFiles {

  private static final String PACKAGE = "dev/leadline/agent/";
  private static final String INDEX = "index.txt";
  private static final String SCRIPT = "leadline_agent.py";

  /** Tells the agent that nobody changes its files, so that no run has to look at each of them. */
  private static final String SEAL = "sealed";

  private static Optional<Path> unpacked = Optional.empty();

  private AgentFiles() {}

  /** The agent's script on disk, with its package beside it. */
  static synchronized Path script() throws LaunchException {
    // something may have cleaned the temporary files up since the last run
    if (unpacked.filter(Files::isRegularFile).isEmpty()) {
      unpacked = Optional.of(directory().resolve(SCRIPT));
    }
    return unpacked.orElseThrow();
  }

  private static Path directory() throws LaunchException {
    Optional<Path> kept = KeptAgent.directory();
    if (kept.isPresent()) {
      return kept.get();
    }
    Path directory = PrivateDirectory.ofThisJvm().path();
    unpackInto(directory);
    return directory;
  }

  /** Removes the files of this JVM, and waits first for an unpacking that is under way. */
  static synchronized void remove(PrivateDirectory directory) {
    directory.close();
  }

  /** Makes all files in an empty directory. */
  static void unpackInto(Path directory) throws LaunchException {
    try {
      for (String name : new String(content(INDEX), StandardCharsets.UTF_8).lines().toList()) {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content(name));
      }
      Files.createFile(directory.resolve(SEAL));
    } catch (IOException e) {
      throw LaunchException.because("cannot unpack the agent into " + directory, e);
    }
  }

  private static byte[] content(String name) throws IOException {
    try (InputStream in = AgentFiles.class.getClassLoader().getResourceAsStream(PACKAGE + name)) {
      if (in == null) {
        throw new FileNotFoundException("this build of Leadline lacks " + PACKAGE + name);
      }
      return in.readAllBytes();
    }
  }
}
