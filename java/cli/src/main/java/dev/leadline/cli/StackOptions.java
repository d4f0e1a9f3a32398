package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.filter.StackFilter;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Which of the stacks of a stored trace are shown. */
final class StackOptions {

  @Option(
      names = "--thread",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "Only the thread with that number; 0 is the main thread.")
  private Optional<Integer> thread = Optional.empty();

  @Option(
      names = "--process",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "Only the process with that number; 0 is the program's own.")
  private Optional<Integer> process = Optional.empty();

  /** The same sink, or one that lets pass to it only what was asked for. */
  EventSink before(EventSink downstream) {
    return thread.isEmpty() && process.isEmpty()
        ? downstream
        : new StackFilter(number(process), number(thread), downstream);
  }

  /** What was asked for, for a sentence: empty where all stacks were. */
  Optional<String> asked() {
    String words =
        (process.map(number -> " --process " + number).orElse("")
                + thread.map(number -> " --thread " + number).orElse(""))
            .strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static OptionalInt number(Optional<Integer> number) {
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }
}
