package dev.leadline.wire.write;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.Executable;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceRecord.ProcessLeaving;
import dev.leadline.event.TraceRecord.SourceText;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.json.JsonObject;
import dev.leadline.wire.EndRecord;
import dev.leadline.wire.Exit;
import dev.leadline.wire.HeaderRecord;
import dev.leadline.wire.RecordKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes events as a trace again, narrower than they came if a filter stands before it. It has no
 * {@code stdio} in its headers, since there is no process behind it. Times are as exact as they
 * were; notices of damage become {@code trouble} records. The last time that is known of a process
 * without an end record is in a {@code flushed} record. What is said of source files stays for
 * those that code in the new trace is of. Flushes at the end; does not close.
 */
public final class TraceEncoder implements EventSink {

  private final RecordStream stream;
  private final AnnouncedFiles files = new AnnouncedFiles();
  private final Map<Integer, ProcessEncoder> processes = new HashMap<>();
  private long maxEvents;
  private boolean based;

  /** An encoder onto {@code out}, which it buffers for itself. */
  public TraceEncoder(OutputStream out) {
    stream = new RecordStream(out);
  }

  @Override
  public void header(Header header) throws IOException {
    maxEvents = header.recording().maxEvents().orElse(0);
    files.begin(0, header);
    stream.write(0, HeaderRecord.encode(header));
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    of(event.frame().thread().process()).event(event);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof ProcessBegin begin) {
      TraceProcess process = begin.process();
      files.begin(process.number(), process.header());
      stream.write(process.number(), HeaderRecord.encode(process.header()));
    } else if (record instanceof SourceText source) {
      ofFile(files.take(source.file(), RecordEncoder.source(source)));
    } else if (record instanceof Executable executable) {
      ofFile(files.take(executable.file(), RecordEncoder.executable(executable)));
    } else if (record instanceof ProcessEnd end) {
      processEnd(end.process().number(), end.ending());
    } else if (record instanceof ProcessLeaving leaving) {
      int process = leaving.process();
      stream.write(process, RecordEncoder.leaving(leaving.leaving(), of(process).timeNs()));
    } else if (record instanceof Notice notice && notice.gap().isEmpty()) {
      stream.write(0, notice(notice, of(0).timeNs()));
    } else {
      ofStack(record, of(record.processNumber().orElseThrow()));
    }
  }

  /** What is said of a file is of the trace, so it has no process. */
  private void ofFile(Optional<String> record) throws IOException {
    if (record.isPresent()) {
      stream.write(record.get());
    }
  }

  private void ofStack(TraceRecord record, ProcessEncoder process) throws IOException {
    if (record instanceof BaseDepth base) {
      boolean program = base.thread().process() == 0;
      based |= program && (base.thread().id() == 0 || base.code().isPresent());
      process.base(base);
    } else if (record instanceof LayersSeen layers) {
      process.layers(layers);
    } else if (record instanceof CallCounts calls) {
      process.calls(calls);
    } else if (record instanceof StackState state) {
      process.stack(state);
    } else if (record instanceof Notice notice) {
      process.blind(notice.gap().orElseThrow());
    }
  }

  private String notice(Notice notice, long timeNs) {
    return switch (notice.kind()) {
      case LIMIT -> RecordEncoder.limit(maxEvents, timeNs);
      case GAP, TROUBLE, MALFORMED -> RecordEncoder.trouble(notice.text(), timeNs);
    };
  }

  private void processEnd(int process, Ending ending) throws IOException {
    boolean reported = writeEnd(process, ending);
    if (ending.outcome() == Ending.Outcome.DIED && ending.status().isPresent()) {
      stream.write(process, exit(ending, reported).record(process));
    }
    processes.remove(process);
    files.end(process);
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (!based && ending.baseDepth().isPresent()) {
      int depth = ending.baseDepth().getAsInt();
      stream.write(0, RecordEncoder.base(0, OptionalLong.empty(), depth, List.of()));
    }
    boolean reported = writeEnd(0, ending);
    if (ending.status().isPresent()) {
      stream.write(0, exit(ending, reported).record());
    }
    stream.flush();
  }

  private boolean writeEnd(int process, Ending ending) throws IOException {
    Optional<String> outcome = EndRecord.word(ending.outcome());
    if (outcome.isPresent()) {
      stream.write(process, RecordEncoder.end(outcome.get(), ending, of(process).counts()));
    } else if (ending.timeNs() > of(process).timeNs()) {
      stream.write(process, flushed(ending.timeNs()));
    }
    return outcome.isPresent();
  }

  private static String flushed(long timeNs) {
    return new JsonObject()
        .text("record", RecordKind.FLUSHED.wireName())
        .number("time_ns", timeNs)
        .toJson();
  }

  private static Exit exit(Ending ending, boolean endReported) {
    boolean reported = endReported || ending.outcome() == Ending.Outcome.LEFT;
    return new Exit(
        ending.status().getAsInt(),
        ending.outcome() == Ending.Outcome.TIMED_OUT,
        ending.outcome() == Ending.Outcome.CUT,
        reported ? "" : ending.detail());
  }

  private ProcessEncoder of(int process) {
    return processes.computeIfAbsent(process, number -> new ProcessEncoder(stream, files, number));
  }
}
