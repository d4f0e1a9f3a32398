package dev.leadline.it;

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

  private Launched() {}

  static Outcome leadline(Path directory, List<String> args) {
    return Run.process(directory, new byte[0], Map.of(), command(args));
  }

  static List<String> command(List<String> args) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", Repository.JAR.toString()));
    command.addAll(args);
    return command;
  }
}
