package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Header;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import java.io.IOException;

/** Receives the stream itself, beside the sink that receives its meaning. */
public interface StreamListener {

  /** One that ignores the stream. */
  StreamListener NONE = new StreamListener() {};

  /**
   * Whether what it is given is kept where this JVM is killed: then a process that waits is asked
   * for the events that it holds.
   */
  default boolean keeps() {
    return false;
  }

  /** The header of the first process is there; its line comes next. */
  default void begins(ProcessFacts facts) throws IOException {}

  /**
   * One whole line, without its newline, as it came: also one that this reader does not understand.
   * The bytes are the reader's own and change after the call.
   */
  default void line(byte[] buffer, int from, int to) throws IOException {}

  /**
   * A code object was announced; its line came before.
   *
   * @param process the header of the process that runs it
   */
  default void code(Header process, Code code) {}

  /** The header is there, and says how the program's streams are connected. */
  default void channels(Channels channels) throws IOException {}
}
