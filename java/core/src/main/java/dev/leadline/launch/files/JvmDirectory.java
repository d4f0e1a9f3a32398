package dev.leadline.launch.files;

import dev.leadline.launch.LaunchException;
import dev.leadline.launch.signals.Watchdog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The private directory of this JVM, for all that its runs need on disk. It goes when the JVM ends,
 * also where that is killed while a program runs.
 */
public final class JvmDirectory {

  private static Optional<Path> made = Optional.empty();

  private JvmDirectory() {}

  /** Where it is; it is made when it is first asked for. */
  public static synchronized Path path() throws LaunchException {
    // something may have cleaned the temporary files up since the last run
    if (made.filter(Files::isDirectory).isEmpty()) {
      PrivateDirectory directory = PrivateDirectory.create(Watchdog.get()::removeLater);
      removeAtEnd(directory);
      made = Optional.of(directory.path());
    }
    return made.get();
  }

  private static void removeAtEnd(PrivateDirectory directory) throws LaunchException {
    Runnable removal = () -> Watchdog.dismiss(() -> AgentFiles.remove(directory));
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(removal, "leadline-files"));
    } catch (IllegalStateException e) {
      directory.close();
      throw new LaunchException("stopped before the program was started", e);
    }
  }
}
