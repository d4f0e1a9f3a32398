package dev.leadline.runs;

import dev.leadline.event.EventSink;
import java.io.IOException;

/** Makes what hears the events of each run. */
public interface RunSinks {

  /**
   * The sink of one run. Asked on the thread of that run right before it starts; sinks of several
   * runs are at work at the same time. Whoever made it closes it, once its run is over.
   *
   * @param index place of the run among those that were asked for, from 0
   */
  EventSink sinkOf(int index, RunRequest request) throws IOException;
}
