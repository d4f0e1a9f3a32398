package dev.leadline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What the controller knows of the interpreter's process once it is gone: the {@code exit} record.
 *
 * <p>The controller starts the first process alone and knows no other's status, except of those
 * that it killed itself.
 *
 * @param status exit status, 128 + N where signal N killed it
 * @param timedOut whether the controller stopped it
 * @param eventsLost whether records could not be stored, so that the stored stream has a hole
 * @param detail why, in one clause; empty where there is nothing to say
 */
public record Exit(int status, boolean timedOut, boolean eventsLost, String detail) {

  public Exit {
    Objects.requireNonNull(detail, "detail");
  }

  /** The line that says it of a followed process, with its newline. */
  public byte[] lineOf(int process) {
    return (RecordEncoder.exit(process, this) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a signal ended the process, as far as its status can tell. */
  public boolean killed() {
    return ExitStatus.isSignal(status);
  }

  /** What became of an interpreter that wrote no header, in one sentence for the user. */
  public String beforeHeader() {
    String how =
        timedOut
            ? "was stopped since its time was up"
            : killed() ? "was " + ExitStatus.describe(status) : "ended with status " + status;
    return "the interpreter " + how + ", before the program could start";
  }
}
