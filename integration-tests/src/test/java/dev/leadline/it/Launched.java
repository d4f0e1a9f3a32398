package dev.leadline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The executable jar in a process of its own, in a JVM with the launcher's options. */
final class Launched {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  private static final List<String> KEPT = kept();

  private Launched() {}

  static Outcome leadline(Path directory, List<String> args) {
    return Run.process(directory, new byte[0], Map.of(), command(args));
  }

  /**
   * With the archive of classes and the agent that the launcher keeps beside the jar: it starts in
   * half of the time.
   */
  static List<String> command(List<String> args) {
    return command(KEPT, args);
  }

  /** With nothing kept: it unpacks the agent, which the interpreter compiles. */
  static List<String> firstCommand(List<String> args) {
    return command(List.of(), args);
  }

  private static List<String> command(List<String> kept, List<String> args) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(OPTIONS);
    command.addAll(kept);
    command.addAll(List.of("-jar", Repository.JAR.toString()));
    command.addAll(args);
    return command;
  }

  /** The launcher makes what it keeps when it is started. */
  private static List<String> kept() {
    Path launcher = Repository.ROOT.resolve("leadline");
    Run.process(Repository.ROOT, List.of(launcher.toString(), "--version"));
    Path archive = Repository.JAR.resolveSibling("leadline.jsa");
    List<String> options =
        new ArrayList<>(List.of("-Dleadline.keep=" + Repository.JAR.getParent()));
    try {
      if (Files.size(archive) > 0) {
        options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return options;
  }
}
