package dev.leadline.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * The agent's files, unpacked once for all runs of this JVM. The directory is Leadline's own: the
 * interpreters leave their compiled code in it, so that later runs start faster.
 */
final class AgentFiles {

  private static final String PACKAGE = "dev/leadline/agent/";
  private static final String SCRIPT = "leadline_agent.py";

  private static Optional<Path> unpacked = Optional.empty();

  private AgentFiles() {}

  /** The agent's script on disk, with its package beside it. */
  static synchronized Path script() throws LaunchException {
    // something may have cleaned the temporary files up since the last run
    if (unpacked.filter(Files::isRegularFile).isEmpty()) {
      PrivateDirectory directory = PrivateDirectory.create();
      Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "leadline-agent-files"));
      unpackInto(directory.path());
      unpacked = Optional.of(directory.path().resolve(SCRIPT));
    }
    return unpacked.orElseThrow();
  }

  private static void unpackInto(Path directory) throws LaunchException {
    ClassLoader loader = AgentFiles.class.getClassLoader();
    URL script = loader.getResource(PACKAGE + SCRIPT);
    if (script == null) {
      throw new LaunchException("this build of Leadline holds no agent: " + PACKAGE + SCRIPT);
    }
    try {
      for (String name : names(script)) {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream content = loader.getResourceAsStream(PACKAGE + name)) {
          Files.copy(content, file);
        }
      }
    } catch (IOException e) {
      throw new LaunchException("cannot unpack the agent into " + directory + ": " + e, e);
    }
  }

  /** What lies beside the script, in a jar or in a directory of classes. */
  private static List<String> names(URL script) throws IOException {
    if (script.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".py"))
          .map(name -> name.substring(PACKAGE.length()))
          .toList();
    }
    Path root = Path.of(uri(script)).getParent();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
