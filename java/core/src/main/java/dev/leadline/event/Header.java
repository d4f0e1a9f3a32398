package dev.leadline.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The first record of a trace: the interpreter, the program, the directory, and what is recorded.
 *
 * @param agentVersion version of the agent that wrote the trace
 * @param python the interpreter, as it describes itself
 * @param engine the part of the agent that receives the events: {@code settrace}, {@code native}
 *     for its recorder in C, {@code observe}
 * @param programKind {@code script}, {@code module}, {@code code}, {@code directory}, {@code stdin}
 * @param program what was run: a path, a module name, or the code
 * @param argv {@code sys.argv} as the program first saw it
 * @param cwd working directory at the start; relative file names are relative to it
 * @param process process id of the interpreter
 * @param startUnixNs wall clock at the header, nanoseconds since 1970
 * @param timed whether calls and returns carry a time
 * @param recording which events were asked for
 * @param origin how the process came to be
 * @param parent process id of its parent; its own where it became another interpreter; empty for
 *     the process that Leadline started
 * @param flushSignal number of the signal on which the agent writes what it holds
 */
public record Header(
    String agentVersion,
    Python python,
    String engine,
    String programKind,
    String program,
    List<String> argv,
    String cwd,
    long process,
    long startUnixNs,
    boolean timed,
    Recording recording,
    Origin origin,
    OptionalLong parent,
    OptionalInt flushSignal) {

  /**
   * An interpreter, as it describes itself.
   *
   * @param version {@code 3.12.1}, {@code 3.15.0rc1}
   * @param implementation {@code cpython}
   * @param executable {@code sys.executable}
   * @param build {@code sys.version} in one line
   */
  public record Python(String version, String implementation, String executable, String build) {
    public Python {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(implementation, "implementation");
      Objects.requireNonNull(executable, "executable");
      Objects.requireNonNull(build, "build");
    }
  }

  public Header {
    Objects.requireNonNull(agentVersion, "agentVersion");
    Objects.requireNonNull(python, "python");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(programKind, "programKind");
    Objects.requireNonNull(program, "program");
    argv = List.copyOf(argv);
    Objects.requireNonNull(cwd, "cwd");
    Objects.requireNonNull(recording, "recording");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(flushSignal, "flushSignal");
  }

  /**
   * The whole name of a file that a code object names, without {@code .} and {@code ..}, in the way
   * of the system that the trace is from: a relative name is relative to {@link #cwd}.
   */
  public String absolute(String file) {
    boolean posix = cwd.startsWith("/");
    boolean whole = posix ? file.startsWith("/") : file.matches("(?s)([A-Za-z]:)?[\\\\/].*");
    String separator = posix ? "/" : "\\";
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (whole ? file : cwd + separator + file).split(posix ? "/+" : "[\\\\/]")) {
      if (part.equals("..") && parts.size() > 1) {
        parts.removeLast();
      } else if (!part.equals(".") && !(posix && part.equals(".."))) {
        parts.add(part);
      }
    }
    return String.join(separator, parts);
  }

  /** Whether lines carry times, too. */
  public boolean timesLines() {
    return timed && recording.lineTimes() && recording.events().contains(EventKind.LINE);
  }

  /** The header of a trace of which a part is kept. */
  public Header narrowedBy(Recording choice) {
    return new Header(
        agentVersion,
        python,
        engine,
        programKind,
        program,
        argv,
        cwd,
        process,
        startUnixNs,
        timed,
        recording.narrowedBy(choice),
        origin,
        parent,
        flushSignal);
  }

  /** How a process of a trace came to be. */
  public enum Origin {
    /** Leadline started it. */
    START,
    /** Its parent forked. */
    FORK,
    /** A followed process started another interpreter, or became one by {@code exec}. */
    SPAWN;

    /** The name as the wire writes it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
