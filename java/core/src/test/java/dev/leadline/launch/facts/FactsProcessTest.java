package dev.leadline.launch.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsProcessTest {

  /** Reads one question. */
  private static final String READ = "read n && head -c \"$n\" >/dev/null; ";

  private static final byte[] SOURCE = "pass\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void oneProcessAnswersOneQuestionAfterAnother() throws IOException {
    try (FactsProcess process =
        shell(60, "while " + READ + "[ -n \"$n\" ]; do echo $$; echo end; done")) {
      List<String> first = process.ask(SOURCE, "one.py");
      assertThat(first).hasSize(2).endsWith("end");
      assertThat(process.ask(new byte[0], "empty.py")).isEqualTo(first);
    }
  }

  @Test
  void oneThatDiesIsStartedAgain(@TempDir Path directory) throws IOException {
    String died = directory.resolve("died").toString();
    String once = "[ -e '" + died + "' ] && echo end && read n || touch '" + died + "'";
    try (FactsProcess process = shell(60, READ + once)) {
      assertThat(process.ask(SOURCE, "one.py")).isEmpty();
      assertThat(process.ask(SOURCE, "one.py")).containsExactly("end");
    }
  }

  @Test
  void oneThatDoesNotAnswerIsEnded() {
    try (FactsProcess process = shell(1, READ + "echo fact; sleep 60")) {
      assertThatThrownBy(() -> process.ask(SOURCE, "one.py"))
          .isInstanceOf(IOException.class)
          .hasMessage("sh gave no answer about one.py");
    }
  }

  private static FactsProcess shell(int patienceSeconds, String script) {
    return new FactsProcess(List.of("sh", "-c", script), patienceSeconds);
  }
}
