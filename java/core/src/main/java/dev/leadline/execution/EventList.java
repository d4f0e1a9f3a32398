package dev.leadline.execution;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.execution.Definition.FunctionKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a trace as they are, in a temporary file: a list for each stack. Nothing is made
 * alike in it: file names are CPython's, depths are absolute. Events are numbers from 0 on.
 */
public final class EventList implements EventSink, Closeable {

  /** No event. */
  public static final int NONE = ActivationTable.NONE;

  private static final int SIZE = 32;
  private static final int STACKS = 10_000;

  private final SpillFile file;
  private final Map<Code, Integer> numbers = new IdentityHashMap<>();
  private final List<Code> codes = new ArrayList<>();
  private final List<Long> hashes = new ArrayList<>();
  private final SharedTexts types = new SharedTexts("(other)");
  private final Map<String, Integer> first = new LinkedHashMap<>();
  private final Map<TraceThread, Integer> last = new IdentityHashMap<>();
  private int count;

  private EventList(SpillFile file) {
    this.file = file;
  }

  /** An empty one in the system's directory for temporary files; it receives a trace. */
  public static EventList create() {
    return new EventList(SpillFile.in(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    Integer before = last.get(frame.thread());
    if (before == null && first.size() == STACKS) {
      return;
    }
    if (count == Integer.MAX_VALUE) {
      throw new IOException("the trace has more than " + count + " events; leave some out");
    }
    int number = count++;
    write(number, event);
    if (before == null) {
      TraceThread thread = frame.thread();
      first.put("process " + thread.process() + ", thread " + thread.id(), number);
    } else {
      file.putInt(at(before), number);
    }
    last.put(frame.thread(), number);
  }

  @Override
  public void end(Ending ending) {}

  /** The first event of each stack, by the numbers of its process and thread. */
  public Map<String, Integer> stacks() {
    return Collections.unmodifiableMap(first);
  }

  /** The next event of the same stack. */
  public int next(int event) {
    return file.getInt(at(event));
  }

  /** Hash of all that {@link #text} tells. */
  public long hash(int event) {
    return file.getLong(at(event) + 8);
  }

  /** The event in a line: {@code line app.py:12 f depth 4}. */
  public String text(int event) {
    int packed = file.getInt(at(event) + 4);
    Code code = codes.get(file.getInt(at(event) + 16));
    int lineno = file.getInt(at(event) + 20);
    int type = file.getInt(at(event) + 28);
    return "%-9s %s:%s %s depth %d%s"
        .formatted(
            EventKind.values()[packed].pythonName(),
            code.file(),
            TraceEvent.linenoText(lineno),
            code.qualname(),
            file.getInt(at(event) + 24),
            type == NONE ? "" : " " + types.text(type));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void write(int number, TraceEvent event) throws IOException {
    int code = number(event.frame().code());
    int type = event instanceof ExceptionEvent raised ? types.number(raised.type()) : NONE;
    long hash = Hash.then(hashes.get(code), event.kind().ordinal());
    hash = Hash.then(hash, event.lineno());
    hash = Hash.then(hash, event.frame().depth());
    hash = Hash.then(hash, type == NONE ? 0 : Hash.of(types.text(type)));
    long at = at(number);
    file.grow(at + SIZE);
    file.putInt(at, NONE);
    file.putInt(at + 4, event.kind().ordinal());
    file.putLong(at + 8, hash);
    file.putInt(at + 16, code);
    file.putInt(at + 20, event.lineno());
    file.putInt(at + 24, event.frame().depth());
    file.putInt(at + 28, type);
  }

  private int number(Code code) {
    Integer known = numbers.get(code);
    if (known == null) {
      known = codes.size();
      codes.add(code);
      hashes.add(Hash.of(new FunctionKey(code.file(), code.qualname())));
      numbers.put(code, known);
    }
    return known;
  }

  private static long at(int event) {
    return (long) event * SIZE;
  }
}
