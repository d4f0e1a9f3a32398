package dev.leadline.report.coverage;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceThread;
import dev.leadline.report.coverage.RanFiles.RanFile;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the arcs of all files that a trace shows, by interpreter: as coverage.py's tracers
 * record them, apart from these. A frame that an exception ends has no arc to its end, and one that
 * was found on a stack has none from its start.
 */
final class ArcCollector implements EventSink {

  private static final int LINES = 10_000_000;
  private static final int REMEMBERED = 50_000;

  /** These end an iteration, and then the frame in which they are reported goes on. */
  private static final Set<String> ENDS_OF_ITERATIONS =
      Set.of("StopIteration", "StopAsyncIteration");

  /** The arcs of a file, and the latest line of a frame in it. */
  private static final class Position {
    private final ArcTable arcs;
    private final int first;
    private int last;
    private boolean unwinding;

    Position(ArcTable arcs, int first, int last) {
      this.arcs = arcs;
      this.first = first;
      this.last = last;
    }
  }

  /** What is the same in all frames of a process. */
  private record Process(Header header, String interpreter) {}

  private final RanFiles files = new RanFiles();
  private final Map<Integer, Process> processes = new HashMap<>();
  private final Map<Code, ArcTable> known = new IdentityHashMap<>();
  private final ArcTable elsewhere = new ArcTable();
  private final UnnamedFiles unnamed = new UnnamedFiles();
  private final EventSink replay = new StackReplay<>(new Listener());

  @Override
  public void header(Header header) throws IOException {
    begin(0, header);
    replay.header(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    replay.events(events);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof ProcessBegin begin) {
      begin(begin.process().number(), begin.process().header());
    }
    replay.record(record);
  }

  @Override
  public void end(Ending ending) throws IOException {
    replay.end(ending);
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  /** The arcs of each file of which something ran. */
  RanFiles files() {
    return files;
  }

  /** The files of which something ran and that cannot be named in a report. */
  UnnamedFiles unnamed() {
    return unnamed;
  }

  private void begin(int process, Header header) {
    processes.put(process, new Process(header, interpreter(header)));
  }

  /** The name of an interpreter: {@code CPython 3.12.1}, {@code CPython 3.13.0t} without GIL. */
  static String interpreter(Header header) {
    String implementation = header.python().implementation();
    String name = implementation.equals("cpython") ? "CPython" : implementation;
    boolean freeThreaded = header.python().build().contains("free-threading");
    return name + " " + header.python().version() + (freeThreaded ? "t" : "");
  }

  private ArcTable arcs(Code code, int process) throws IOException {
    ArcTable arcs = known.get(code);
    if (arcs == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      arcs = place(code.file(), processes.get(process));
      known.put(code, arcs);
    }
    return arcs;
  }

  private ArcTable place(String file, Process process) throws IOException {
    if (file.isEmpty() || file.startsWith("<")) {
      return elsewhere;
    }
    if (file.indexOf('\n') >= 0) {
      unnamed.add(file);
      return elsewhere;
    }
    try {
      String path = process.header().absolute(file);
      return files.of(new RanFile(Path.of(path).toString(), process.interpreter()));
    } catch (InvalidPathException e) {
      unnamed.add(file); // Java has no path of this name
      return elsewhere;
    }
  }

  /** Files with names that no tool for coverage takes. */
  static final class UnnamedFiles {

    private static final int MOST = 1_000;

    private final SortedSet<String> names = new TreeSet<>();

    private void add(String name) {
      if (names.size() < MOST) {
        names.add(name);
      }
    }

    /** Takes in those of another trace. */
    void addAll(UnnamedFiles others) {
      others.names.forEach(this::add);
    }

    /** What is left out with them; empty where nothing is. */
    Optional<String> sentence() {
      if (names.isEmpty()) {
        return Optional.empty();
      }
      String count = names.size() == 1 ? "1 file" : names.size() + " files";
      String more = names.size() == MOST ? " or more" : "";
      return Optional.of(
          "the coverage leaves out "
              + count
              + more
              + " with a line break in the name, or a name that is not UTF-8: "
              + names.first()
              + (names.size() == 1 ? "" : " and others"));
    }
  }

  /** Keeps nothing for a stack. */
  private final class Listener implements StackListener<TraceThread, Position> {

    @Override
    public Optional<TraceThread> begins(TraceThread thread) {
      return Optional.of(thread);
    }

    @Override
    public Position entered(
        CallStack<TraceThread, Position> stack, Frame frame, int lineno, Entry how)
        throws IOException {
      Code code = frame.code();
      ArcTable arcs = arcs(code, frame.thread().process());
      int first = Math.max(1, code.firstlineno());
      return new Position(arcs, first, how == Entry.CALL ? -first : 0);
    }

    @Override
    public void resumed(
        CallStack<TraceThread, Position> stack, Frame frame, Position position, Entry how) {
      position.unwinding = false;
    }

    @Override
    public void left(
        CallStack<TraceThread, Position> stack, Frame frame, Position position, long sinceNs) {
      ended(position);
    }

    /** Whether it yielded or is over is known when it goes on, or is over. */
    @Override
    public void suspended(
        CallStack<TraceThread, Position> stack, Frame frame, Position position, long sinceNs) {}

    @Override
    public void vanished(
        CallStack<TraceThread, Position> stack, Frame frame, Position position, long sinceNs) {
      position.unwinding = true;
    }

    @Override
    public void ended(Position position) {
      if (!position.unwinding && position.last > 0) {
        add(position.arcs, position.last, -position.first);
      }
    }

    @Override
    public void line(CallStack<TraceThread, Position> stack, int lineno) {
      Position position = stack.value();
      if (lineno > 0 && lineno < LINES) {
        add(position.arcs, position.last == 0 ? lineno : position.last, lineno);
        position.last = lineno;
        position.unwinding = false;
      }
    }

    @Override
    public void exception(CallStack<TraceThread, Position> stack, ExceptionEvent event) {
      stack.value().unwinding = !ENDS_OF_ITERATIONS.contains(event.type());
    }

    private void add(ArcTable arcs, int from, int to) {
      if (arcs != elsewhere) {
        arcs.add(from, to);
      }
    }
  }
}
