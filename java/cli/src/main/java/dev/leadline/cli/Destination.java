package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import java.io.Closeable;
import java.io.IOException;

/** Where the events of a run go: into a report, or as they come into a file. */
interface Destination extends Closeable {

  /** Hears the events that were chosen. */
  EventSink sink();

  /** Hears the stream. */
  StreamListener store();

  /** The process is gone, all was heard. Raises what went wrong with the output by now. */
  void finish(Exit exit) throws IOException;
}
