package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir Path work;

  @Test
  void whatTheJvmSaysIsNoneOfTheProgramsOutput() throws IOException {
    Files.writeString(work.resolve("quit.py"), PROGRAM);
    String script = Repository.ROOT.resolve("leadline").toString();

    Outcome outcome = Run.process(work, List.of("sh", "-c", "\"$0\" trace quit.py 2>err", script));

    assertThat(outcome.out()).isEqualTo("seen\n");
  }

  @Test
  void theBuildIsToldToWriteNoEscapeSequences() throws IOException {
    Path script = Files.copy(Repository.ROOT.resolve("leadline"), work.resolve("leadline"));
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
}
