package dev.leadline.launch.files;

import dev.leadline.launch.LaunchException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;

/**
 * The agent's files, unpacked for all runs of this JVM, or kept from an earlier one. The directory
 * is Leadline's own: the interpreters leave their compiled code in it, so that later runs start
 * faster.
 */
public final class AgentFiles {

  private static final String PACKAGE = "dev/leadline/agent/";
  private static final String INDEX = "index.txt";

  /** Libraries of other platforms, or of none where no C compiler was, are not there. */
  private static final String LIBRARIES = "native/";

  private static final String SCRIPT = "leadline_agent.py";

  /** Marks files that do not change, so that no run has to check each of them. */
  private static final String SEAL = "sealed";

  private static Optional<Path> unpacked = Optional.empty();

  private AgentFiles() {}

  /** The agent's script on disk, with its package beside it. */
  public static synchronized Path script() throws LaunchException {
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
        Optional<byte[]> content = find(name);
        if (content.isPresent()) {
          Files.createDirectories(file.getParent());
          Files.write(file, content.get());
        } else if (!name.startsWith(LIBRARIES)) {
          throw missing(name);
        }
      }
      Files.createFile(directory.resolve(SEAL));
    } catch (IOException e) {
      throw LaunchException.because("cannot unpack the agent into " + directory, e);
    }
  }

  private static byte[] content(String name) throws IOException {
    return find(name).orElseThrow(() -> missing(name));
  }

  private static FileNotFoundException missing(String name) {
    return new FileNotFoundException("this build of Leadline lacks " + PACKAGE + name);
  }

  private static Optional<byte[]> find(String name) throws IOException {
    try (InputStream in = AgentFiles.class.getClassLoader().getResourceAsStream(PACKAGE + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /**
   * The agent beside the jar that it comes from, where a property of this JVM names a directory for
   * it: it is unpacked once for each build, and what an interpreter compiled once is there for all
   * later JVMs. That it cannot be kept is no error.
   */
  static final class KeptAgent {

    /** Names the directory, which only a user that can write to the jar may write to. */
    private static final String PROPERTY = "leadline.keep";

    private static final String NAME = "agent-";

    private KeptAgent() {}

    /** Where it is kept; empty where it is not to be, or cannot be. */
    static Optional<Path> directory() {
      return named(System.getProperty(PROPERTY, ""))
          .flatMap(parent -> jar().flatMap(jar -> in(parent, jar)));
    }

    /** Old interpreters see other names than Java does where a name is not in ASCII. */
    static Optional<Path> named(String parent) {
      return parent.isEmpty() || parent.chars().anyMatch(c -> c < ' ' || c >= 0x7f)
          ? Optional.empty()
          : Optional.of(Path.of(parent).toAbsolutePath());
    }

    private static Optional<Path> jar() {
      CodeSource source = KeptAgent.class.getProtectionDomain().getCodeSource();
      try {
        return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
      } catch (URISyntaxException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    /** The one of this jar, in this directory. */
    static Optional<Path> in(Path parent, Path jar) {
      try {
        if (!isOurs(parent)) {
          return Optional.empty();
        }
        long build = Files.getLastModifiedTime(jar).toMillis();
        Path kept = parent.resolve(NAME + Long.toHexString(build));
        if (!Files.exists(kept)) {
          make(kept);
        }
        return Optional.of(kept).filter(Files::isWritable);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** Whoever owns a checkout could not remove directories in it that another user has filled. */
    private static boolean isOurs(Path parent) throws IOException {
      return Files.getOwner(parent).equals(Files.getOwner(JvmDirectory.path()));
    }

    /** In one step, since others may do the same, and read it. */
    private static void make(Path kept) throws IOException {
      try (PrivateDirectory part = PrivateDirectory.inside(kept.getParent())) {
        AgentFiles.unpackInto(part.path());
        removeOlder(kept);
        Files.move(part.path(), kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.exists(kept)) {
          throw e;
        }
      }
    }

    /** Those of builds that are gone. */
    private static void removeOlder(Path kept) throws IOException {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(kept.getParent(), NAME + "*")) {
        for (Path directory : all) {
          if (!directory.equals(kept)) {
            new PrivateDirectory(directory).close();
          }
        }
      }
    }
  }
}
