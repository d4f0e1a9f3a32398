package dev.leadline.check.expect.coverage;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hears which lines of the user's files run, in all processes. */
final class LineCollector implements EventSink {

  private static final int FILES = 20_000;
  private static final int LINES = 10_000_000;
  private static final int REMEMBERED = 50_000;

  /** Takes in the lines of what is not looked at. */
  private static final BitSet NOWHERE = new BitSet();

  private final SortedMap<String, BitSet> files = new TreeMap<>();
  private final Map<Code, BitSet> known = new IdentityHashMap<>();
  private final Map<Integer, String> directories = new HashMap<>();
  private Code latest;
  private BitSet ofLatest = NOWHERE;
  private boolean tooMany;

  @Override
  public void header(Header header) {
    directories.put(0, header.cwd());
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof ProcessBegin begin) {
      directories.put(begin.process().number(), begin.process().header().cwd());
    }
  }

  @Override
  public void event(TraceEvent event) {
    Code code = event.frame().code();
    if (code != latest) {
      latest = code;
      ofLatest = linesOf(code, event.frame().thread().process());
    }
    int line = event.lineno();
    if (event.kind() == EventKind.LINE && ofLatest != NOWHERE && line > 0 && line < LINES) {
      ofLatest.set(line);
    }
  }

  @Override
  public void end(Ending ending) {}

  /** The lines that ran of each file of which something did, by its absolute path. */
  SortedMap<String, BitSet> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** Whether there were more files than could be looked at. */
  boolean tooMany() {
    return tooMany;
  }

  private BitSet linesOf(Code code, int process) {
    BitSet lines = known.get(code);
    if (lines == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      lines = place(code, directories.getOrDefault(process, ""));
      known.put(code, lines);
    }
    return lines;
  }

  private BitSet place(Code code, String directory) {
    String file = code.file();
    if (code.scope() != Scope.USER || file.isEmpty() || file.startsWith("<")) {
      return NOWHERE;
    }
    try {
      String path = Path.of(directory).resolve(file).normalize().toString();
      if (files.size() == FILES && !files.containsKey(path)) {
        tooMany = true;
        return NOWHERE;
      }
      return files.computeIfAbsent(path, missing -> new BitSet());
    } catch (InvalidPathException e) {
      return NOWHERE; // a name that this system cannot have is no file that can be read
    }
  }
}
