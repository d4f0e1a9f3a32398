package dev.leadline.cli.option;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The stdin that several programs get: read once, to its end. */
public final class CommonInput {

  private static final long PATIENCE_SECONDS = 2;

  private CommonInput() {}

  /** Reads it; from a terminal nothing is taken. Where it takes long, that is said. */
  public static ProgramRuns read(Streams streams, Messages messages) throws IOException {
    InputStream in = streams.inIsTerminal() ? InputStream.nullInputStream() : streams.in();
    AtomicBoolean waits = new AtomicBoolean(true);
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(
            () -> {
              if (waits.get()) {
                messages.say(
                    "waiting for the end of stdin, which all programs get; use </dev/null for an empty one");
              }
            });
    try {
      return ProgramRuns.reading(in);
    } finally {
      waits.set(false);
    }
  }
}
