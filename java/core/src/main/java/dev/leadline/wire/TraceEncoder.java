package dev.leadline.wire;

import dev.leadline.event.CallCount;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.Values;
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
 * were; notices of damage become {@code trouble} records. When a process was last heard of that
 * could not say so itself, a {@code flushed} record tells. Flushes at the end; does not close.
 */
public final class TraceEncoder implements EventSink {

  private final RecordStream stream;
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
    stream.write(0, HeaderEncoder.encode(header));
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    stream.write(process.number(), HeaderEncoder.encode(process.header()));
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    of(event.frame().thread().process()).event(event);
  }

  @Override
  public void event(TraceEvent event, Values values) throws IOException {
    of(event.frame().thread().process()).event(event, values);
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) throws IOException {
    base(thread, code, depth, List.of());
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    based |= thread.process() == 0 && (thread.id() == 0 || code.isPresent());
    of(thread.process()).base(thread, code, depth, layers);
  }

  @Override
  public void layers(LayersSeen layers) throws IOException {
    of(layers.thread().process()).layers(layers);
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) throws IOException {
    of(thread.process()).calls(thread, calls);
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    of(thread.process()).stack(thread, frames);
  }

  @Override
  public void leaving(int process, Leaving leaving) throws IOException {
    stream.write(process, RecordEncoder.leaving(leaving, of(process).timeNs()));
  }

  @Override
  public void notice(Notice notice) throws IOException {
    if (notice.gap().isPresent()) {
      Notice.Gap gap = notice.gap().get();
      of(gap.thread().process()).blind(gap);
      return;
    }
    long timeNs = of(0).timeNs();
    stream.write(
        0,
        switch (notice.kind()) {
          case LIMIT -> RecordEncoder.limit(maxEvents, timeNs);
          case GAP, TROUBLE, MALFORMED -> RecordEncoder.trouble(notice.text(), timeNs);
        });
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    boolean told = writeEnd(process.number(), ending);
    if (ending.outcome() == Ending.Outcome.DIED && ending.status().isPresent()) {
      stream.write(process.number(), RecordEncoder.exit(process.number(), exit(ending, told)));
    }
    processes.remove(process.number());
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (!based && ending.baseDepth().isPresent()) {
      int depth = ending.baseDepth().getAsInt();
      stream.write(0, RecordEncoder.base(0, OptionalLong.empty(), depth, List.of()));
    }
    boolean told = writeEnd(0, ending);
    if (ending.status().isPresent()) {
      stream.write(0, RecordEncoder.exit(exit(ending, told)));
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

  private static Exit exit(Ending ending, boolean toldByEnd) {
    boolean told = toldByEnd || ending.outcome() == Ending.Outcome.LEFT;
    return new Exit(
        ending.status().getAsInt(),
        ending.outcome() == Ending.Outcome.TIMED_OUT,
        ending.outcome() == Ending.Outcome.CUT,
        told ? "" : ending.detail());
  }

  private ProcessEncoder of(int process) {
    return processes.computeIfAbsent(process, number -> new ProcessEncoder(stream, number));
  }
}
