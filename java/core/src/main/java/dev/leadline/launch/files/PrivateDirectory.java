package dev.leadline.launch.files;

import dev.leadline.launch.LaunchException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * A temporary directory of this user alone (mode 0700), removed with its contents. {@link
 * Files#createTempDirectory} makes such ones, too; it loads all providers of security for the
 * names, 20 ms of each start, though a name need not be secret where nothing that is there already
 * is taken.
 */
public final class PrivateDirectory implements AutoCloseable {

  /** Made at once: when a JVM ends, a build tool has closed the class loader that it would need. */
  private static final FileVisitor<Path> REMOVAL = new Removal();

  private static final FileAttribute<?>[] OWNER_ONLY = ownerOnly();

  private final Path path;

  /** One that is there, and ours alone. */
  PrivateDirectory(Path path) {
    this.path = path;
  }

  /**
   * One among the system's temporary files.
   *
   * @param announced gets its path before it is made
   */
  static PrivateDirectory create(Consumer<Path> announced) throws LaunchException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    try {
      return create(parent, "leadline-", announced);
    } catch (LaunchException e) {
      throw new LaunchException(e.getMessage() + "; set TMPDIR to a directory that can be used", e);
    }
  }

  /**
   * One for what belongs to several runs. It goes with this JVM, too, also where that is killed
   * while a program runs.
   */
  public static PrivateDirectory ofThisJvm() throws LaunchException {
    return inside(JvmDirectory.path());
  }

  /** One in a directory that is private already. */
  public static PrivateDirectory inside(Path parent) throws LaunchException {
    return create(parent, "run-", path -> {});
  }

  private static PrivateDirectory create(Path parent, String name, Consumer<Path> announced)
      throws LaunchException {
    try {
      return new PrivateDirectory(make(parent, name, announced));
    } catch (IOException e) {
      throw LaunchException.because("cannot make a directory in " + parent, e);
    }
  }

  private static Path make(Path parent, String name, Consumer<Path> announced) throws IOException {
    while (true) {
      Path path = parent.resolve(name + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
      announced.accept(path);
      try {
        return Files.createDirectory(path, OWNER_ONLY);
      } catch (FileAlreadyExistsException e) {
        // try another name
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Removes it; what cannot be removed stays. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(path, REMOVAL);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException problem)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
