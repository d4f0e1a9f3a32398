package dev.leadline.cli;

import dev.leadline.runs.ProgramRuns;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The stdin that several programs get: read once, to its end. */
final class CommonInput {

  private static final long PATIENCE_SECONDS = 2;

  private CommonInput() {}

  /** Reads it; from a terminal nothing is taken. Where it takes long, that is said. */
  static ProgramRuns read(Streams streams, Voice voice) throws IOException {
    InputStream in = streams.inIsTerminal() ? InputStream.nullInputStream() : streams.in();
    AtomicBoolean waits = new AtomicBoolean(true);
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(
            () -> {
              if (waits.get()) {
                voice.say(
                    "waiting for the end of stdin, which all programs get; </dev/null is none");
              }
            });
    try {
      return ProgramRuns.reading(in);
    } finally {
      waits.set(false);
    }
  }
}
