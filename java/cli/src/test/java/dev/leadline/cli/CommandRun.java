package dev.leadline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leadline.cli.output.Streams;
import dev.leadline.interpreter.TestPython;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One command in this JVM: its status and what it printed. */
final class CommandRun {

  final int status;
  final String out;
  final String err;

  private CommandRun(int status, String out, String err) {
    this.status = status;
    this.out = out;
    this.err = err;
  }

  static CommandRun in(Path directory, String... args) {
    return with(directory, Map.of(), "", args);
  }

  /** With further environment variables, and with this on stdin. */
  static CommandRun with(
      Path directory, Map<String, String> variables, String stdin, String... args) {
    Map<String, String> environment = new HashMap<>(TestPython.environment());
    environment.putAll(variables);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        Streams.of(
            new ByteArrayInputStream(stdin.getBytes(UTF_8)), out, err, environment, directory);
    int status = Main.run(args, streams);
    return new CommandRun(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
