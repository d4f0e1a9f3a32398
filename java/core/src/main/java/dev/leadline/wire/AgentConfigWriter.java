package dev.leadline.wire;

import java.nio.charset.StandardCharsets;

/** Writes the agent's configuration as PROTOCOL.md describes it. */
public final class AgentConfigWriter {

  private AgentConfigWriter() {}

  /** Its text. CPython parses it at each start, so fields with nothing in them are left out. */
  public static byte[] bytes(AgentConfig config) {
    String json =
        JsonObject.sparse()
            .object(
                "program",
                JsonObject.sparse()
                    .text("kind", config.programKind())
                    .text("target", config.target())
                    .texts("args", config.arguments()))
            .text("directory", config.directory())
            .object(
                "stdio",
                JsonObject.sparse()
                    .text("stdin", config.stdio().stdin())
                    .text("stdout", config.stdio().stdout())
                    .text("stderr", config.stdio().stderr()))
            .object("recording", HeaderEncoder.recording(JsonObject.sparse(), config.recording()))
            .flag("timed", config.timed())
            .flag("live", config.live())
            .texts("python_args", config.pythonArguments())
            .object(
                "follow", config.followSocket().map(path -> new JsonObject().text("socket", path)))
            .number("flush_signal", HeaderEncoder.wide(config.flushSignal()))
            .flag("idle_signal", config.idleSignal())
            .text("engine", config.runner().isPresent() ? "observe" : "settrace")
            .object("runner", config.runner().map(AgentConfigWriter::runner))
            .toJson();
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonObject runner(AgentConfig.Runner runner) {
    return new JsonObject()
        .text("kind", runner.kind())
        .text("target", runner.target())
        .text("socket", runner.socket());
  }
}
