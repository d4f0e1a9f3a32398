package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script {@code leadline} adds to the jar. */
class LauncherScriptTest {

  /** Ends when the JVM has answered, or prints what it waited for in vain. */
  private static final String PROGRAM =
      """
      import os, signal, time

      os.kill(os.getppid(), signal.SIGQUIT)
      for _ in range(200):
          if 'thread dump' in open('err').read():
              print('seen')
              break
          time.sleep(0.05)
      """;

  /** A JVM that dies while it writes the archive, and else says what it was started with. */
  private static final String HALF =
      """
      #!/bin/sh
      for word; do
          case $word in
              -XX:SharedArchiveFile=*) echo half >"${word#*=}"; exit 1 ;;
          esac
      done
      echo "$@"
      """;

  private static final List<String> VERSION = List.of("./leadline", "--version");

  /** A checkout with an archive, for tests that do not need a place of their own. */
  @TempDir static Path common;

  @TempDir Path work;

  @Test
  void whatTheJvmSaysIsNoneOfTheProgramsOutput() throws IOException {
    Files.writeString(work.resolve("quit.py"), PROGRAM);
    String script = Repository.ROOT.resolve("leadline").toString();

    Outcome outcome = Run.process(work, List.of("sh", "-c", "\"$0\" trace quit.py 2>err", script));

    assertThat(outcome.out()).isEqualTo("seen\n");
  }

  @Test
  void theBuildIsConfiguredToWriteNoEscapeSequences() throws IOException {
    Path script = Repository.copyLauncher(work);
    Path mvn = work.resolve("bin/mvn");
    Files.createDirectories(mvn.getParent());
    Files.writeString(mvn, "#!/bin/sh\necho \"$MAVEN_OPTS $*\"\nexit 1\n");
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    String path = mvn.getParent() + ":" + System.getenv("PATH");

    Outcome outcome =
        Run.process(
            work,
            new byte[0],
            Map.of("PATH", path, "MAVEN_OPTS", "-Dmine=1"),
            List.of("sh", script.toString(), "--version"));

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.err())
        .contains("-Dmine=1 -Djansi.noreset=true -q -B -Dstyle.color=never")
        .contains("leadline: the build failed, for the reason above; ");
  }

  @Test
  void aWorkingDirectoryThatIsGoneIsSaid() throws IOException {
    checkout(work);
    String script = "mkdir gone && cd gone && rmdir ../gone && exec ../leadline --version";

    Outcome outcome = Run.process(work, List.of("/bin/sh", "-c", script));

    assertThat(outcome.err()).endsWith("leadline: the working directory is gone\n");
    assertThat(outcome.status()).isEqualTo(125);
  }

  /** A checkout with this jar. */
  private static Path checkout(Path directory) throws IOException {
    Path target = Files.createDirectories(directory.resolve("java/cli/target"));
    Files.copy(Repository.JAR, target.resolve("leadline.jar"));
    Repository.copyLauncher(directory);
    return target.resolve("leadline.jsa");
  }

  /** The number behind the name is the process that makes an archive; none has the largest one. */
  @BeforeAll
  static void anArchiveIsMadeAndWhatKilledLaunchersLeftOfOneIsRemoved() throws IOException {
    Path archive = checkout(common);
    Path left = Path.of(archive + ".2147483647");
    Path other = Path.of(archive + "." + ProcessHandle.current().pid());
    Files.writeString(left, "half");
    Files.writeString(other, "half");

    assertThat(Run.process(common, VERSION).out()).startsWith("Leadline ");

    assertThat(archive).isNotEmptyFile();
    assertThat(left).doesNotExist();
    assertThat(other).hasContent("half");
  }

  private static Path commonArchive() {
    return common.resolve("java/cli/target/leadline.jsa");
  }

  @Test
  void theArchiveOfClassesIsMadeOnceForEachBuild() throws IOException {
    Path archive = commonArchive();
    FileTime made = Files.getLastModifiedTime(archive);
    assertThat(Run.process(common, VERSION).err()).isEmpty();
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

    Path jar = archive.resolveSibling("leadline.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    assertThat(Run.process(common, VERSION).err()).isEmpty();
    assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(made);
  }

  /**
   * The classes of picocli are those of Java 5, which an additional archive would not take, and
   * neither takes an archive the lambdas of a class that implements one of its interfaces.
   */
  @Test
  void allClassesComeFromTheArchive() throws IOException {
    Path archive = commonArchive();
    List<String> command =
        List.of(
            Launched.command(List.of()).get(0),
            "-XX:+UseSerialGC",
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:class+load:file=classes",
            "-jar",
            archive.resolveSibling("leadline.jar").toString(),
            "check",
            "--help");

    assertThat(Run.process(work, command).out()).startsWith("Usage: leadline check ");

    List<String> loaded = Files.readAllLines(work.resolve("classes"));
    for (String owner : List.of("picocli.", "dev.leadline.")) {
      assertThat(loaded)
          .filteredOn(line -> line.contains(" " + owner))
          .hasSizeGreaterThan(20)
          .allMatch(line -> line.endsWith(" shared objects file"));
    }
  }

  @Test
  void aCheckoutThatMovedHasItMadeAnew() throws IOException {
    Path archive = checkout(work);
    assertThat(Run.process(work, List.of("./leadline", "--version")).err()).isEmpty();
    FileTime made = Files.getLastModifiedTime(archive);
    Path moved = Files.createDirectory(work.resolve("moved"));
    Files.move(work.resolve("java"), moved.resolve("java"));
    Path launcher = Files.move(work.resolve("leadline"), moved.resolve("leadline"));
    Path there = moved.resolve(work.relativize(archive));

    assertThat(Run.process(work, List.of(launcher.toString(), "--version")).err()).isEmpty();
    FileTime madeAnew = Files.getLastModifiedTime(there);
    assertThat(madeAnew).isGreaterThan(made);
    assertThat(Run.process(work, List.of(launcher.toString(), "--version")).err()).isEmpty();
    assertThat(Files.getLastModifiedTime(there)).isEqualTo(madeAnew);
  }

  @Test
  void halfAnArchiveIsNotUsed() throws IOException {
    Path archive = checkout(work);
    Path java = Files.createDirectories(work.resolve("jdk/bin")).resolve("java");
    Files.writeString(work.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Files.writeString(java, HALF);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = Map.of("JAVA_HOME", work.resolve("jdk").toString());

    Outcome outcome =
        Run.process(work, new byte[0], environment, List.of("./leadline", "--version"));

    assertThat(outcome.out()).contains("--version").doesNotContain("SharedArchiveFile");
    assertThat(archive).isEmptyFile();
    assertThat(archive.getParent()).isDirectoryNotContaining("glob:**.jsa.[0-9]*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void optionsThatJavaDoesNotStartWithAreNamed(String variable) {
    String script = Repository.ROOT.resolve("leadline").toString();
    Map<String, String> environment = Map.of(variable, "-Xmx1m");

    Outcome outcome = Run.process(work, new byte[0], environment, List.of(script, "--version"));

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err())
        .startsWith("leadline: Java does not start with the options in " + variable + ": ")
        .contains("Too small maximum heap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "jdk"})
  void aJavaHomeWithoutAJavaIsNamed(String home) throws IOException {
    Files.createDirectories(work.resolve("jdk/bin"));
    String script = Repository.ROOT.resolve("leadline").toString();
    Map<String, String> environment = Map.of("JAVA_HOME", work.resolve(home).toString());

    Outcome outcome = Run.process(work, new byte[0], environment, List.of(script, "--version"));

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.err())
        .isEqualTo(
            "leadline: JAVA_HOME is %s, but there is no bin/java in it\n"
                .formatted(work.resolve(home)));
  }

  @Test
  void whatIsRehearsedForTheArchiveWorks() throws IOException {
    String java = Launched.command(List.of()).get(0);
    String jar = Repository.JAR.toString();

    Outcome outcome = Run.process(work, List.of(java, "-cp", jar, "dev.leadline.cli.Rehearsal"));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("Usage: leadline check ");
  }

  @Test
  void theAgentIsKeptBesideTheJarWithItsCompiledCode() throws IOException {
    Path target = commonArchive().getParent();
    List<String> command = List.of("./leadline", "trace", "-o", "out.txt", "-c", "print(1)");

    assertThat(Run.process(common, command).out()).isEqualTo("1\n");
    assertThat(target).isDirectoryContaining("glob:**/agent-*");
    List<Path> kept = files(target);
    assertThat(kept).anyMatch(path -> path.toString().endsWith(".first"));
    assertThat(Run.process(common, command).out()).isEqualTo("1\n");
    assertThat(files(target)).isEqualTo(kept);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    }
  }
}
