package dev.leadline.calltree;

import dev.leadline.event.TraceThread;
import java.util.Comparator;

/** Stands for the threads that found no place of their own. */
final class OtherThreads {

  /** Behind all others in every order. */
  static final TraceThread THREAD =
      new TraceThread(Integer.MAX_VALUE, 0, "(other threads)", false, Integer.MAX_VALUE, 0);

  /** By process, then by thread; those without a place of their own are the last. */
  static final Comparator<TraceThread> LAST =
      Comparator.comparingInt(TraceThread::process)
          .thenComparingInt(TraceThread::id)
          .thenComparing(TraceThread::name)
          .thenComparingLong(TraceThread::ident);

  private OtherThreads() {}
}
