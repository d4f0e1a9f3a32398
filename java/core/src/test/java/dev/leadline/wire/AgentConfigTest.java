package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.run.Engine;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.run.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentConfigTest {

  private static final Recording RECORDING =
      Recording.builder()
          .levels(OptionalInt.of(2))
          .scopes(Set.of(Scope.USER, Scope.SITE))
          .roots(List.of("/home/me"))
          .include(List.of("*.py"))
          .events(Set.of(EventKind.RETURN, EventKind.CALL))
          .values(Set.of(ValueKind.RETURN, ValueKind.ARGS))
          .redact(List.of("*key"))
          .build();

  private static final Interpreter PYTHON =
      new Interpreter(
          Path.of("/usr/bin/python3.12"),
          new PythonVersion(3, 12, 1, "final", 0),
          "cpython",
          "/usr/bin/python3.12",
          "/usr",
          "/usr",
          false);

  private static String written(AgentConfig config) {
    return new String(config.bytes(), StandardCharsets.UTF_8);
  }

  private static RunSpec.Builder spec(String target) {
    Program program = new Program(Program.Kind.SCRIPT, target, List.of("--fast", "a b"));
    return RunSpec.of(program, Path.of("/home/me"))
        .pythonOptions(List.of("-O"))
        .recording(RECORDING)
        .timed(true);
  }

  private static AgentConfig config(AgentConfig.Stdio stdio, RunSpec.Builder spec) {
    return config(stdio, spec, Optional.empty(), OptionalInt.empty());
  }

  private static AgentConfig config(
      AgentConfig.Stdio stdio,
      RunSpec.Builder spec,
      Optional<Path> socket,
      OptionalInt flushSignal) {
    return new AgentConfig(
        new PythonRun(new ChosenInterpreter("python3", PYTHON), spec.build()),
        Path.of("/tmp/leadline-8f"),
        stdio,
        socket,
        flushSignal,
        flushSignal.isPresent());
  }

  @Test
  void writesWhatTheProtocolPromisesInItsOrder() {
    AgentConfig.Stdio stdio =
        new AgentConfig.Stdio(Optional.of("/proc/4700/fd/0"), Optional.empty(), Optional.empty());

    assertThat(written(config(stdio, spec("app.py"))))
        .isEqualTo(
            "{\"program\":{\"kind\":\"script\",\"target\":\"app.py\",\"args\":[\"--fast\",\"a b\"]},"
                + "\"directory\":\"/tmp/leadline-8f\","
                + "\"stdio\":{\"stdin\":\"/proc/4700/fd/0\",\"stdout\":null,\"stderr\":null},"
                + "\"recording\":{\"cutoff\":\"auto\",\"module_level\":false,\"levels\":2,"
                + "\"scope\":[\"user\",\"site\"],\"roots\":[\"/home/me\"],\"include\":[\"*.py\"],"
                + "\"exclude\":[],\"function\":[],"
                + "\"events\":[\"call\",\"return\"],\"max_events\":null,"
                + "\"values\":[\"args\",\"return\"],\"redact\":[\"*key\"],\"layers\":false,\"line_times\":false},"
                + "\"timed\":true,\"live\":false,\"python_args\":[\"python3\",\"-O\"],"
                + "\"follow\":null,\"flush_signal\":null,\"idle_signal\":false,"
                + "\"engine\":\"settrace\",\"runner\":null,\"recorder\":\"auto\"}");
  }

  @Test
  void theRecorderIsInPythonWhereThatIsAskedFor() {
    AgentConfig config = config(AgentConfig.Stdio.PIPED, spec("app.py").engine(Engine.PYTHON));

    assertThat(written(config)).endsWith(",\"recorder\":\"python\"}");
  }

  @Test
  void namesTheSocketAndTheSignalWhereThereAreAny() {
    AgentConfig config =
        config(
            AgentConfig.Stdio.PIPED,
            spec("app.py").follow(true),
            Optional.of(Path.of("/tmp/x/s")),
            OptionalInt.of(57));

    assertThat(written(config))
        .contains(
            ",\"follow\":{\"socket\":\"/tmp/x/s\"},\"flush_signal\":57,\"idle_signal\":true,");
  }

  @Test
  void aRunnerHasTheSocketOfItsOwnStream() {
    Runner runner = new Runner(Runner.Kind.MODULE, "uvicorn", List.of("app:app"));
    RunSpec.Builder spec = spec("app.py").runner(runner);

    assertThat(
            written(
                config(
                    AgentConfig.Stdio.PIPED,
                    spec,
                    Optional.of(Path.of("/tmp/x/s")),
                    OptionalInt.empty())))
        .contains("\"follow\":null")
        .endsWith(
            ",\"engine\":\"observe\",\"runner\":{\"kind\":\"module\",\"target\":\"uvicorn\","
                + "\"socket\":\"/tmp/x/s\"},\"recorder\":\"auto\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(AgentConfig.Stdio.PIPED, spec))
        .withMessageContaining("socket");
  }

  @Test
  void keepsNamesOfAllScriptsAndWithLineBreaks() throws IOException {
    String name = "при\nвет \"x\" \ud83d\udc0d.py";

    JsonNode read =
        new ObjectMapper().readTree(written(config(AgentConfig.Stdio.PIPED, spec(name))));

    assertThat(read.at("/program/target").textValue()).isEqualTo(name);
    assertThat(read.at("/stdio")).isNotEmpty().allMatch(JsonNode::isNull);
  }
}
