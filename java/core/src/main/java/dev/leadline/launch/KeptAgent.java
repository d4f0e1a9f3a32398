package dev.leadline.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;

/**
 * The agent beside the jar that it comes from, where whoever started this JVM names a directory for
 * that: it is unpacked once for each build, and what an interpreter compiled once is there for all
 * later JVMs. Where it cannot be kept, nobody hears of it.
 */
final class KeptAgent {

  /** Names the directory; one to which nobody writes who could not write to the jar. */
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
