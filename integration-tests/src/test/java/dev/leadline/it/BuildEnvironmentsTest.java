package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands do in the surroundings of build servers and containers what they do on a desk. */
@Execution(ExecutionMode.CONCURRENT)
class BuildEnvironmentsTest {

  private static final String OLDEST = Interpreters.all().get(0).executable().toString();
  private static final String NEWEST = Interpreters.newest().executable().toString();
  private static final Path HOME = Path.of(System.getProperty("user.home"));

  private static final String PATH =
      "PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");

  @TempDir Path work;

  /** What a shell can do by itself: {@code $@} is the command. */
  private static Map<String, String> bySh() {
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put("no terminal", "setsid --wait \"$@\"");
    scripts.put("stdin closed", "\"$@\" <&-");
    scripts.put("stdin empty", "\"$@\" </dev/null");
    scripts.put("no HOME", "env -u HOME \"$@\"");
    scripts.put("HOME empty", "HOME= \"$@\"");
    scripts.put("HOME does not exist", "HOME=/nonexistent \"$@\"");
    scripts.put("HOME cannot be written", "HOME=/proc \"$@\"");
    scripts.put("PATH alone", "env -i \"$path\" \"$@\"");
    scripts.put("signals ignored, PATH alone", "trap '' HUP INT; env -i \"$path\" \"$@\"");
    scripts.put("LANG=C", "env -i \"$path\" LANG=C \"$@\"");
    scripts.put("LC_ALL=POSIX", "LC_ALL=POSIX LANG=C.UTF-8 \"$@\"");
    scripts.put("a locale that is not installed", "env -i \"$path\" LANG=xx_XX.UTF-8 \"$@\"");
    scripts.put("TMPDIR", "TMPDIR=\"$out/für alle\" \"$@\"");
    return scripts;
  }

  @TestFactory
  Stream<DynamicTest> withoutWhatADeskHas() {
    return bySh().entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> isServed(one.getValue())));
  }

  private void isServed(String script) throws IOException {
    PipelineProgram program = program();
    Files.createDirectory(program.out().resolve("für alle"));
    String variables = "path='" + PATH + "' out='" + program.out() + "'\n";
    isServed(program, List.of(), variables + script + "; exit");
    try (Stream<Path> left = Files.list(program.out().resolve("für alle"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void noNetwork() throws IOException {
    Sandbox.needs(Sandbox.NO_NETWORK);
    isServed(program(), Sandbox.NO_NETWORK, "");
  }

  /** Nothing can be put beside the program or beside Leadline, not even compiled modules. */
  @Test
  void aReadOnlyCheckout() throws IOException {
    Sandbox.needs(Sandbox.MOUNTS);
    PipelineProgram program = program();
    String script =
        readOnly(Repository.ROOT)
            + readOnly(program.directory())
            + "cd '%s'\n".formatted(program.directory())
            + "! touch made-by-a-test 2>/dev/null || exit 99\n"
            + "unset PYTHONDONTWRITEBYTECODE";
    isServed(program, Sandbox.MOUNTS, script);
    assertThat(program.directory().resolve("__pycache__")).doesNotExist();
  }

  private static String readOnly(Path path) {
    return "mount --bind '%1$s' '%1$s' && mount -o remount,ro,bind '%1$s' || exit 98\n"
        .formatted(path);
  }

  /** Neither is a program of ours started from there, nor does much have to fit. */
  @Test
  void temporaryFilesThatCannotBeExecutedInOneMegabyte() throws IOException {
    Sandbox.needs(Sandbox.MOUNTS);
    PipelineProgram program = program();
    Path temporary = Files.createDirectory(program.out().resolve("tmp"));
    String script =
        "mount -t tmpfs -o noexec,nosuid,size=1m none '%1$s' || exit 98\nexport TMPDIR='%1$s'"
            .formatted(temporary);
    isServed(program, Sandbox.MOUNTS, script);
  }

  /** A user without a name, a home and a place to write but for the results. */
  @Test
  void aUserThatTheSystemDoesNotKnow() throws IOException {
    List<String> surroundings = new ArrayList<>(Sandbox.ROOT_MOUNTS);
    surroundings.addAll(Sandbox.STRANGER);
    Sandbox.needs(surroundings);
    PipelineProgram program = program();
    Files.setPosixFilePermissions(program.out(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Path checkout = Files.createDirectory(program.directory().resolveSibling("checkout"));
    Path home = Files.createDirectory(checkout.resolveSibling("home"));
    String script =
        bound(Repository.ROOT, checkout)
            + bound(HOME, home)
            + "mount -t tmpfs -o mode=755 none '%s' || exit 98\n".formatted(HOME);
    for (Path prefix : prefixes()) {
      if (prefix.startsWith(HOME)) {
        script +=
            "mkdir -p '%s'\n".formatted(prefix)
                + bound(home.resolve(HOME.relativize(prefix)), prefix);
      }
    }
    script += "exec " + String.join(" ", Sandbox.STRANGER) + " env -i '" + PATH + "' HOME=/ \"$@\"";
    isServed(program, checkout.resolve("leadline"), Sandbox.ROOT_MOUNTS, script);
  }

  private static String bound(Path from, Path to) {
    return "mount --bind '%s' '%s' || exit 98\n".formatted(from, to);
  }

  private Set<Path> prefixes() {
    return Stream.of(OLDEST, NEWEST).map(this::prefix).collect(Collectors.toSet());
  }

  private Path prefix(String python) {
    List<String> command = List.of(python, "-c", "import sys; print(sys.prefix)");
    return Path.of(Run.process(work, command).outText().strip());
  }

  private static void isServed(PipelineProgram program, List<String> surroundings, String script)
      throws IOException {
    isServed(program, Repository.ROOT.resolve("leadline"), surroundings, script);
  }

  private static void isServed(
      PipelineProgram program, Path launcher, List<String> surroundings, String script)
      throws IOException {
    program.isServed(
        command -> Run.process(program.directory(), Sandbox.command(surroundings, script, command)),
        launcher,
        OLDEST,
        NEWEST);
  }

  /** A directory that every user can enter, which a temporary one of JUnit's is not. */
  private PipelineProgram program() throws IOException {
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path own = Files.createTempDirectory(work, "of one test");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    return PipelineProgram.in(own);
  }
}
