package dev.leadline.event;

import java.io.IOException;

/** A sink of what a trace says besides its events; it ignores what it does not override. */
public interface IgnoringSink extends EventSink {

  @Override
  default void header(Header header) throws IOException {}

  @Override
  default void events(EventBatch events) throws IOException {}

  @Override
  default void end(Ending ending) throws IOException {}

  @Override
  default boolean readsEvents() {
    return false;
  }

  @Override
  default boolean readsValues() {
    return false;
  }
}
