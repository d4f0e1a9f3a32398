package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.ValueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentConfigWriterTest {

  private static final Recording RECORDING =
      new Recording(
          OptionalInt.empty(),
          false,
          OptionalInt.of(2),
          Set.of(Scope.USER, Scope.SITE),
          List.of("/home/me"),
          List.of("*.py"),
          List.of(),
          List.of(),
          Set.of(EventKind.RETURN, EventKind.CALL),
          OptionalLong.empty(),
          Set.of(ValueKind.RETURN, ValueKind.ARGS),
          List.of("*key"),
          false);

  private static String written(AgentConfig config) {
    return new String(AgentConfigWriter.bytes(config), StandardCharsets.UTF_8);
  }

  private static AgentConfig config(AgentConfig.Stdio stdio, String target) {
    return config(stdio, target, Optional.empty(), OptionalInt.empty());
  }

  private static AgentConfig config(
      AgentConfig.Stdio stdio, String target, Optional<String> follow, OptionalInt flushSignal) {
    return new AgentConfig(
        "script",
        target,
        List.of("--fast", "a b"),
        "/tmp/leadline-8f",
        stdio,
        RECORDING,
        true,
        false,
        List.of("python3", "-O"),
        follow,
        flushSignal,
        flushSignal.isPresent(),
        Optional.empty());
  }

  @Test
  void writesWhatTheProtocolPromisesInItsOrder() {
    AgentConfig.Stdio stdio =
        new AgentConfig.Stdio(Optional.of("/proc/4700/fd/0"), Optional.empty(), Optional.empty());

    assertThat(written(config(stdio, "app.py")))
        .isEqualTo(
            "{\"program\":{\"kind\":\"script\",\"target\":\"app.py\",\"args\":[\"--fast\",\"a b\"]},"
                + "\"directory\":\"/tmp/leadline-8f\","
                + "\"stdio\":{\"stdin\":\"/proc/4700/fd/0\"},"
                + "\"recording\":{\"cutoff\":\"auto\",\"levels\":2,"
                + "\"scope\":[\"user\",\"site\"],\"roots\":[\"/home/me\"],\"include\":[\"*.py\"],"
                + "\"events\":[\"call\",\"return\"],"
                + "\"values\":[\"args\",\"return\"],\"redact\":[\"*key\"]},"
                + "\"timed\":true,\"python_args\":[\"python3\",\"-O\"],"
                + "\"engine\":\"settrace\"}");
  }

  @Test
  void namesTheSocketAndTheSignalWhereThereAreAny() {
    AgentConfig config =
        config(AgentConfig.Stdio.PIPED, "app.py", Optional.of("/tmp/x/s"), OptionalInt.of(57));

    assertThat(written(config))
        .contains(
            ",\"follow\":{\"socket\":\"/tmp/x/s\"},\"flush_signal\":57,\"idle_signal\":true,");
  }

  @Test
  void keepsNamesOfAllScriptsAndWithLineBreaks() throws IOException {
    String name = "при\nвет \"x\" \ud83d\udc0d.py";

    JsonNode read = new ObjectMapper().readTree(written(config(AgentConfig.Stdio.PIPED, name)));

    assertThat(read.at("/program/target").textValue()).isEqualTo(name);
    assertThat(read.at("/stdio")).isEmpty();
  }
}
