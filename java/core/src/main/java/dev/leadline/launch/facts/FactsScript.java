package dev.leadline.launch.facts;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.files.AgentFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;

/** Runs a script that reports on source files: isolated, bounded in time and in answer. */
final class FactsScript {

  private static final int LIMIT_BYTES = 64 << 20;

  private final Path python;
  private final List<String> options;
  private final String name;
  private final int patienceSeconds;

  /**
   * One of python-agent/facts.
   *
   * @param options of the interpreter, besides its isolation
   */
  FactsScript(Interpreter python, List<String> options, String name, int patienceSeconds) {
    this.python = Objects.requireNonNull(python, "python").executable();
    this.options = List.copyOf(options);
    this.name = name;
    this.patienceSeconds = patienceSeconds;
  }

  /** What starts it. */
  List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(python.toString());
    command.add("-I");
    command.addAll(options);
    command.add(AgentFiles.script().resolveSibling("facts").resolve(name).toString());
    return command;
  }

  /**
   * Runs it with these words, without stdin and stdout.
   *
   * @return its exit status
   * @throws IOException if it could not be started, or did not end in time
   */
  int run(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(command());
    command.addAll(words);
    return execute(
        new ProcessExecutor(command).redirectOutput(OutputStream.nullOutputStream()), name);
  }

  /**
   * What it prints, in lines; the last is cut short where it printed too much.
   *
   * @param words behind its name
   * @param about what it is asked about, for the error where there is no answer
   * @throws IOException if it could not be started, or gave no answer in time
   */
  List<String> ask(List<String> words, byte[] stdin, String about) throws IOException {
    BoundedBytes answer = new BoundedBytes();
    List<String> command = new ArrayList<>(command());
    command.addAll(words);
    execute(
        new ProcessExecutor(command)
            .redirectInput(new ByteArrayInputStream(stdin))
            .redirectOutput(answer),
        about);
    return answer.kept.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private int execute(ProcessExecutor process, String about) throws IOException {
    try {
      return process
          .redirectErrorStream(false)
          .redirectError(OutputStream.nullOutputStream())
          .timeout(patienceSeconds, TimeUnit.SECONDS)
          .execute()
          .getExitValue();
    } catch (TimeoutException e) {
      throw new IOException(python + " gave no answer about " + about, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + python + " looked at " + about);
    }
  }

  /** Keeps the first bytes and lets the rest go, so that the process need not wait. */
  private static final class BoundedBytes extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      kept.write(bytes, from, Math.min(length, LIMIT_BYTES - kept.size()));
    }
  }
}
