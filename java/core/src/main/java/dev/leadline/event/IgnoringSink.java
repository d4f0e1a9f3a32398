package dev.leadline.event;

import java.io.IOException;

/** A sink that ignores what it does not override. */
public interface IgnoringSink extends EventSink {

  @Override
  default void header(Header header) throws IOException {}

  @Override
  default void event(TraceEvent event) throws IOException {}

  @Override
  default void end(Ending ending) throws IOException {}

  @Override
  default boolean readsValues() {
    return false;
  }
}
