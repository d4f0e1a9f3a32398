package dev.leadline.event;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Hears a trace in its order: one header, any number of events and notices, one end. Readers push
 * into it and every report implements it, so that nothing need be collected.
 *
 * <p>A trace may tell of several processes. Header and end are those of the program's own; of each
 * other one {@link #process} and {@link #processEnd} tell. The thread of an event says whose it is.
 */
public interface EventSink {

  /** The trace begins. */
  void header(Header header) throws IOException;

  /** One event. Within a thread they come in exact order. */
  void event(TraceEvent event) throws IOException;

  /** One event, and the texts of the values that were recorded with it. */
  default void event(TraceEvent event, Values values) throws IOException {
    event(event);
  }

  /** Another process than the program's own begins; told before anything else of it. */
  default void process(TraceProcess process) throws IOException {}

  /** What became of another process than the program's own; the last that is told of it. */
  default void processEnd(TraceProcess process, Ending ending) throws IOException {}

  /** The process with that number is about to leave. Where it goes on after all, that failed. */
  default void leaving(int process, Leaving leaving) throws IOException {}

  /**
   * The base depth of a stack was measured.
   *
   * @param code the program's {@code <module>}, where it stands on this stack and is in the trace
   * @param depth its depth; that of the layers beneath the user's first frame where it does not
   */
  default void base(TraceThread thread, Optional<Code> code, int depth) throws IOException {}

  /**
   * The base depth of a stack was measured, and what stands beneath.
   *
   * @param layers the frames beneath, the one of depth 1 first; empty where a trace does not say
   */
  default void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    base(thread, code, depth);
  }

  /** What a frame of the user stands upon; told before its call, where it was asked for. */
  default void layers(LayersSeen layers) throws IOException {}

  /**
   * Calls that were counted instead of recorded: those since the same was told of the thread last.
   */
  default void calls(TraceThread thread, List<CallCount> calls) throws IOException {}

  /**
   * Frames came or went unseen. Those of the thread that are not named are gone, without a return;
   * those that were never heard of were entered, without a call.
   *
   * @param frames the recorded frames on the thread's stack from here on, the outermost first
   */
  default void stack(TraceThread thread, List<Frame> frames) throws IOException {}

  /** Something about the recording itself that a reader should know. */
  default void notice(Notice notice) throws IOException {}

  /** The trace is over; called once, also where the process died or the stream was cut. */
  void end(Ending ending) throws IOException;
}
