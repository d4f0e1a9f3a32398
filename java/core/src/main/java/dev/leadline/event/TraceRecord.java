package dev.leadline.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What a trace states besides its header, its events and its end. */
public sealed interface TraceRecord
    permits Notice,
        TraceRecord.ProcessBegin,
        TraceRecord.ProcessEnd,
        TraceRecord.ProcessLeaving,
        TraceRecord.BaseDepth,
        TraceRecord.LayersSeen,
        TraceRecord.CallCounts,
        TraceRecord.StackState,
        TraceRecord.SourceText,
        TraceRecord.Executable {

  /** The stack that it is about; empty where it is about a process or about the trace. */
  default Optional<TraceThread> stack() {
    return Optional.empty();
  }

  /** Number of the process that it is about; empty where it is about the trace. */
  default OptionalInt processNumber() {
    Optional<TraceThread> stack = stack();
    return stack.isPresent() ? OptionalInt.of(stack.get().process()) : OptionalInt.empty();
  }

  /** Another process than the program's own begins; comes before anything else of it. */
  record ProcessBegin(TraceProcess process) implements TraceRecord {
    public ProcessBegin {
      Objects.requireNonNull(process, "process");
    }

    @Override
    public OptionalInt processNumber() {
      return OptionalInt.of(process.number());
    }
  }

  /** What became of another process than the program's own; the last of it. */
  record ProcessEnd(TraceProcess process, Ending ending) implements TraceRecord {
    public ProcessEnd {
      Objects.requireNonNull(process, "process");
      Objects.requireNonNull(ending, "ending");
    }

    @Override
    public OptionalInt processNumber() {
      return OptionalInt.of(process.number());
    }
  }

  /**
   * A process is about to leave. Where events of it follow after all, that failed.
   *
   * @param process its number; 0 is the program's own
   */
  record ProcessLeaving(int process, Leaving leaving) implements TraceRecord {
    public ProcessLeaving {
      Objects.requireNonNull(leaving, "leaving");
    }

    @Override
    public OptionalInt processNumber() {
      return OptionalInt.of(process);
    }
  }

  /**
   * The base depth of a stack was measured.
   *
   * @param code the program's {@code <module>}, where it is on this stack and in the trace
   * @param depth its depth in frames; that of the layers below the user's first frame where it is
   *     not on this stack
   * @param layers the frames below, the one of depth 1 first; empty where a trace does not say
   */
  record BaseDepth(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      implements TraceRecord {
    public BaseDepth {
      Objects.requireNonNull(thread, "thread");
      Objects.requireNonNull(code, "code");
      layers = List.copyOf(layers);
    }

    @Override
    public Optional<TraceThread> stack() {
      return Optional.of(thread);
    }
  }

  /**
   * The non-user frames below a user frame, reported before its call: once for each such row of
   * frames, on the main thread and on others, on behalf of all functions that have the same below
   * them.
   *
   * @param thread whose stack it is
   * @param code what the user's frame runs
   * @param depth depth of the user's frame
   * @param level number of user-scope frames below it; 0 where the layers go down to the root
   * @param frames the layers between it and the next frame of the user, or the root, the outermost
   *     first
   */
  record LayersSeen(TraceThread thread, Code code, int depth, int level, List<Layer> frames)
      implements TraceRecord {
    public LayersSeen {
      Objects.requireNonNull(thread, "thread");
      Objects.requireNonNull(code, "code");
      frames = List.copyOf(frames);
    }

    @Override
    public Optional<TraceThread> stack() {
      return Optional.of(thread);
    }
  }

  /** Calls that were counted instead of recorded: those since the thread's last such record. */
  record CallCounts(TraceThread thread, List<CallCount> counts) implements TraceRecord {
    public CallCounts {
      Objects.requireNonNull(thread, "thread");
      counts = List.copyOf(counts);
    }

    @Override
    public Optional<TraceThread> stack() {
      return Optional.of(thread);
    }
  }

  /**
   * Frames came or went unseen. Those of the thread that are not named are gone, without a return;
   * those that are new were entered, without a call.
   *
   * @param frames the recorded frames on the thread's stack from here on, the outermost first
   * @param timeNs since when, where that is known: nanoseconds since the trace's header, or {@link
   *     TraceEvent#NO_TIME}
   */
  record StackState(TraceThread thread, List<Frame> frames, long timeNs) implements TraceRecord {
    public StackState {
      Objects.requireNonNull(thread, "thread");
      frames = List.copyOf(frames);
    }

    /** One of which no time is known. */
    public StackState(TraceThread thread, List<Frame> frames) {
      this(thread, frames, TraceEvent.NO_TIME);
    }

    @Override
    public Optional<TraceThread> stack() {
      return Optional.of(thread);
    }
  }

  /**
   * The source of a file that a code object of the trace is of, as it was when it ran. It belongs
   * to the trace, whichever process ran it first.
   *
   * @param file as {@link Header#absolute} names it
   */
  record SourceText(String file, String text) implements TraceRecord {
    public SourceText {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * What the interpreter that ran a file can run of it. It belongs to the trace as {@link
   * SourceText}.
   *
   * @param file as {@link Header#absolute} names it
   */
  record Executable(String file, ExecutableFile lines) implements TraceRecord {
    public Executable {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(lines, "lines");
    }
  }

  /**
   * How often a function was called at one place of a stack, where the calls themselves were not
   * recorded.
   *
   * @param code what was called
   * @param depth number of frames from the function's to the stack's root, itself included
   * @param level number of user-scope frames below it
   * @param calls how many {@code call} events CPython would have reported, resumptions included
   */
  public record CallCount(Code code, int depth, int level, long calls) {

    public CallCount {
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * A process is about to end, and will not be able to say so afterwards.
   *
   * @param how what ends it
   * @param detail the file that it becomes, the status that it exits with, or nothing
   */
  public record Leaving(How how, String detail) {

    /** The ways in which a process leaves at once. */
    public enum How {
      /** {@code os.exec*}: another program takes its place. */
      EXEC("exec"),
      /** {@code os._exit}. */
      EXIT("_exit"),
      /** {@code os.abort}. */
      ABORT("abort");

      private final String wireName;

      How(String wireName) {
        this.wireName = wireName;
      }

      /** The name as the wire writes it. */
      public String wireName() {
        return wireName;
      }
    }

    public Leaving {
      Objects.requireNonNull(how, "how");
      Objects.requireNonNull(detail, "detail");
    }

    /** What became of the process if that was the last of it. */
    public String sentence() {
      return switch (how) {
        case EXEC -> "became " + (detail.isEmpty() ? "another program" : detail) + " by exec";
        case EXIT -> "left by os._exit";
        case ABORT -> "aborted";
      };
    }

    /** The exit status, where that is what the process said. */
    public OptionalInt status() {
      boolean known = how == How.EXIT && detail.matches("-?\\d{1,9}");
      return known ? OptionalInt.of(Integer.parseInt(detail) & 0xff) : OptionalInt.empty();
    }
  }
}
