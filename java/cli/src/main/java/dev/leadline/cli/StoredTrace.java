package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that stores the stream. */
final class StoredTrace implements Destination {

  private final Path path;
  private final TraceFile file;

  StoredTrace(Path path) throws IOException {
    this.path = path;
    try {
      this.file = TraceFile.create(path);
    } catch (IOException e) {
      throw NamedOutput.failure(path.toString(), e);
    }
  }

  @Override
  public EventSink sink() {
    return new Nothing();
  }

  @Override
  public StreamListener store() {
    return file;
  }

  @Override
  public void finish(Exit exit) throws IOException {
    file.exit(exit);
    file.close();
    Optional<IOException> failure = file.failure();
    if (failure.isPresent()) {
      String reason = NamedOutput.reason(failure.get());
      throw new IOException(
          "cannot write " + path + ": " + reason + "; the trace is cut, the program ran on",
          failure.get());
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
