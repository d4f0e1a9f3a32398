package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher in a checkout that is not built: a Maven that the test has made says when it is
 * called, builds on command, and leaves what it saw in {@code calls}. It makes an empty archive of
 * classes, too, since that takes as long as all else here and is {@link LauncherScriptTest}'s.
 */
class LauncherBuildTest {

  /** Blocks until the test writes into {@code go}; what it reads there is what it does. */
  private static final String MVN =
      """
      #!/bin/sh
      echo "called $$" >> ../calls
      echo called > ../called
      read -r what < ../go
      [ "$what" = build ] || exit 1
      cd java/cli/target
      cp "$LEADLINE_BUILT" leadline.jar
      pwd -P | sed 's,$,/leadline.jar,' >leadline.jsa.of
      : >leadline.jsa
      """;

  @TempDir Path work;
  private Path checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectory(work.resolve("checkout"));
    Repository.copyLauncher(checkout);
    Path mvn = Files.createDirectory(work.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, MVN);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String pipe : List.of("go", "called")) {
      assertThat(Run.process(work, List.of("mkfifo", pipe)).status()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoAtOnceOneBuildsAndTheOtherWaits(boolean flock) throws Exception {
    LiveRun one = start(flock);
    called();
    LiveRun other = start(flock);
    assertThat(other.line()).startsWith("leadline: waiting for another build of ");
    tell("build");

    assertThat(one.end().out()).contains("\nLeadline ");
    assertThat(other.end().out()).startsWith("Leadline ");
    assertThat(calls()).hasSize(1);
    assertThat(locks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProcessThatWaitedForAFailedBuildBuilds(boolean flock) throws Exception {
    LiveRun one = start(flock);
    called();
    LiveRun other = start(flock);
    assertThat(other.line()).startsWith("leadline: waiting");
    tell("fail");

    assertThat(one.end().status()).isEqualTo(125);
    called();
    tell("build");
    assertThat(other.end().status()).isZero();
    assertThat(calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBuildThatWasKilledIsNotWaitedFor(boolean flock) throws Exception {
    LiveRun one = start(flock);
    called();
    one.signal("KILL");
    String mvn = calls().get(0).substring("called ".length());
    assertThat(Run.process(work, List.of("kill", "-KILL", mvn)).status()).isZero();
    assertThat(one.end().status()).isEqualTo(137);

    LiveRun other = start(flock);
    called();
    tell("build");
    assertThat(other.end().status()).isZero();
    assertThat(locks()).isEmpty();
  }

  @Test
  void aReadOnlyCheckoutSaysWhatToDo() {
    Sandbox.needs(Sandbox.MOUNTS);
    String script =
        "mount --bind \"$PWD\" \"$PWD\" && mount -o remount,ro,bind \"$PWD\" || exit 98";
    List<String> command =
        Sandbox.command(Sandbox.MOUNTS, script, List.of("./leadline", "--version"));

    Outcome outcome = Run.process(checkout, command(true, command));

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.err())
        .isEqualTo(
            "leadline: it is not built yet, and "
                + checkout
                + "/java/cli/target cannot be written; build it first:"
                + " mvn -B -DskipTests package -pl java/cli -am\n");
  }

  @Test
  void aMavenThatCannotDownloadIsReported() throws Exception {
    LiveRun run = start(true);
    called();
    tell("fail");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.out())
        .endsWith(
            "leadline: the build failed, for the reason above; with no network, Maven needs a"
                + " filled local repository\n");
  }

  private LiveRun start(boolean flock) throws IOException {
    String merged = "exec checkout/leadline --version 2>&1";
    return LiveRun.of(work, command(flock, List.of("sh", "-c", merged)));
  }

  /** With our Maven in front, and with all other commands but flock where there is to be none. */
  private List<String> command(boolean flock, List<String> words) {
    String path = work.resolve("bin") + ":" + (flock ? System.getenv("PATH") : tools());
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "PATH=" + path,
                "LEADLINE_BUILT=" + Repository.JAR,
                "JAVA_HOME=" + System.getProperty("java.home")));
    command.addAll(words);
    return command;
  }

  private String tools() {
    String script =
        """
        mkdir -p tools
        for tool in sh env cat cp ln mkdir readlink grep sed sleep rm; do
            printf '#!/bin/sh\\nexec %s "$@"\\n' "$(command -v $tool)" >tools/$tool
            chmod +x tools/$tool
        done
        """;
    assertThat(Run.process(work, List.of("sh", "-c", script)).status()).isZero();
    return work.resolve("tools").toString();
  }

  /** Waits until our Maven is called. */
  private void called() throws IOException {
    assertThat(Files.readString(work.resolve("called"))).isEqualTo("called\n");
  }

  private void tell(String what) throws IOException {
    Files.writeString(work.resolve("go"), what + "\n");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(work.resolve("calls"));
  }

  /** Links that are locks; the file that flock locks stays. */
  private List<Path> locks() throws IOException {
    try (Stream<Path> files = Files.list(checkout.resolve("java/cli/target"))) {
      return files.filter(Files::isSymbolicLink).toList();
    }
  }
}
