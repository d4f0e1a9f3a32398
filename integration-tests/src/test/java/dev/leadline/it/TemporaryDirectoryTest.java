package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Temporary files are where TMPDIR says; where none can be made, one line says why. */
@Execution(ExecutionMode.CONCURRENT)
class TemporaryDirectoryTest {

  private static final Path LAUNCHER = Repository.ROOT.resolve("leadline");
  private static final String PYTHON = Interpreters.newest().executable().toString();

  /** Says where the configuration of its run is. */
  private static final String PROGRAM =
      "print(open('/proc/self/cmdline').read().split('\\0')[-2])\n";

  @TempDir Path work;
  private Path temporary;

  @BeforeEach
  void makeProgram() throws IOException {
    Files.writeString(work.resolve("where.py"), PROGRAM);
    temporary = Files.createDirectory(work.resolve("temporary"));
  }

  @Test
  void theFilesOfARunAreWhereTmpdirSays() throws IOException {
    assertThat(traced(temporary.toString()).out())
        .startsWith(temporary.toRealPath() + "/leadline-");
    assertThat(traced("temporary").out()).startsWith(temporary.toRealPath() + "/leadline-");
    assertThat(traced("").out()).startsWith("/tmp/leadline-");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatIsNoDirectoryIsNamed() throws IOException {
    Path file = Files.createFile(work.resolve("file"));

    isRefused(
        traced(file.toString()), "cannot make a directory in " + file + ": Not a directory; set T");
    isRefused(
        traced("/nonexistent"),
        "cannot make a directory in /nonexistent: it does not exist;"
            + " set TMPDIR to a directory that can be used\n");
    isRefused(run("/nonexistent", "depths", "where.py"), "cannot make a directory in /nonexistent");
    isRefused(
        run("/nonexistent", "compare", "--python", PYTHON, "--python", PYTHON, "where.py"),
        "cannot make a directory in /nonexistent");
  }

  @Test
  void whatCannotBeWrittenIsNamed() {
    isRefused(traced("/proc"), "cannot make a directory in /proc: ");
  }

  @Test
  void aDirectoryOfAnotherUserIsNamed() throws IOException {
    Sandbox.needs(Sandbox.STRANGER);
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = Files.copy(Repository.JAR, work.resolve("leadline.jar"));
    String tmpdir = "-Djava.io.tmpdir=" + temporary;
    List<String> command = new ArrayList<>(Sandbox.STRANGER);
    command.addAll(List.of(Launched.command(List.of()).get(0), tmpdir, "-jar", jar.toString()));
    command.addAll(List.of("trace", "--python", pythonOfAll(), "where.py"));

    isRefused(
        Run.process(work, command),
        "cannot make a directory in " + temporary + ": permission denied; set TMPDIR");
  }

  /** An interpreter that another user can start; others are in a home directory. */
  private String pythonOfAll() {
    return Stream.concat(
            Stream.of("/usr/bin/python3"),
            Interpreters.releases().stream().map(python -> python.executable().toString()))
        .filter(python -> Run.process(work, startedByStranger(python)).status() == 0)
        .findFirst()
        .orElseGet(() -> Assumptions.abort("another user can start none of the interpreters"));
  }

  private static List<String> startedByStranger(String python) {
    List<String> command = new ArrayList<>(Sandbox.STRANGER);
    command.addAll(List.of("sh", "-c", "exec \"$@\"", "sh", python, "-c", "pass"));
    return command;
  }

  @Test
  void aDiskThatIsFullIsNamed() {
    Sandbox.needs(Sandbox.MOUNTS);
    String script = "mount -t tmpfs -o size=64k none temporary";
    List<String> command = Launched.firstCommand(List.of("trace", "--python", PYTHON, "where.py"));
    command.add(1, "-Djava.io.tmpdir=temporary");

    Outcome outcome = Run.process(work, Sandbox.command(Sandbox.MOUNTS, script, command));

    isRefused(outcome, "cannot unpack the agent into " + temporary + "/leadline-");
    assertThat(outcome.err()).endsWith(": No space left on device\n");
  }

  /** Linux binds a socket to no longer path than 108 bytes. */
  @Test
  void aLongPathIsTooLongForFollowAlone() throws IOException {
    Path deep = Files.createDirectories(temporary.resolve("d".repeat(60)).resolve("e".repeat(60)));

    assertThat(traced(deep.toString()).out()).startsWith(deep + "/leadline-");
    Outcome followed = run(deep.toString(), "trace", "--follow", "--python", PYTHON, "where.py");
    isRefused(followed, "child processes cannot be followed: the path of their socket, " + deep);
    assertThat(followed.err()).endsWith("set TMPDIR to a directory with a shorter path\n");
    assertThat(deep).isEmptyDirectory();
  }

  private Outcome traced(String tmpdir) {
    return run(tmpdir, "trace", "--quiet", "-o", "t.ndjson", "--python", PYTHON, "where.py");
  }

  private Outcome run(String tmpdir, String... words) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(words));
    return Run.process(work, new byte[0], Map.of("TMPDIR", tmpdir), command);
  }

  private static void isRefused(Outcome outcome, String why) {
    assertThat(outcome.status()).as(outcome.errText()).isEqualTo(125);
    assertThat(outcome.errText()).startsWith("leadline: " + why);
    assertThat(outcome.errText().lines()).hasSize(1);
    assertThat(outcome.out()).isEmpty();
  }
}
