package dev.leadline.launch;

import dev.leadline.event.Code;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.launch.children.ChildStreams;
import dev.leadline.launch.children.FollowedProcesses;
import dev.leadline.launch.children.IdleProcesses;
import dev.leadline.launch.signals.Watchdog;
import dev.leadline.launch.streams.AbandonableInput;
import dev.leadline.launch.streams.AbandonableInput.Draining;
import dev.leadline.launch.streams.Background;
import dev.leadline.launch.streams.EventPump;
import dev.leadline.launch.streams.LastingPipe;
import dev.leadline.launch.streams.Pump;
import dev.leadline.launch.streams.TraceStart;
import dev.leadline.run.Engine;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import dev.leadline.wire.RawRecord;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.read.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zeroturnaround.exec.stream.ExecuteStreamHandler;

/**
 * All streams of one run: the events to the reader, and the program's own three to where they
 * belong. How these are connected is known only once the header is there.
 */
final class AgentStreams implements ExecuteStreamHandler {

  private final ProgramStdio stdio;
  private final boolean runs;
  private final boolean needsNative;
  private final FollowedProcesses followed;
  private final TraceReader reader;
  private final List<Draining> drained = new ArrayList<>();
  private final List<Pump> pumps = new ArrayList<>();
  private volatile Optional<String> noNative = Optional.empty();
  private volatile OptionalInt clockNs = OptionalInt.empty();
  private Optional<EventPump> events = Optional.empty();
  private Optional<Background> merging = Optional.empty();
  private final Optional<IdleProcesses> idle;
  private LastingPipe stderr = new LastingPipe(InputStream.nullInputStream());
  private OutputStream processStdin = OutputStream.nullOutputStream();

  AgentStreams(Launch launch, FollowedProcesses followed, EventSink sink, StreamListener store) {
    this.stdio = launch.stdio();
    this.runs = launch.spec().runner().isPresent();
    this.needsNative = launch.spec().engine() == Engine.NATIVE;
    this.followed = followed;
    this.idle =
        store.keeps()
            ? Optional.of(new IdleProcesses(followed.recorded(), Watchdog.get()))
            : Optional.empty();
    this.reader = new TraceReader(sink, new Connecting(store));
  }

  TraceReader reader() {
    return reader;
  }

  /** Why Python code records, where C code was wanted. */
  Optional<String> noNative() {
    return noNative;
  }

  /** Nanoseconds that a reading of the clock takes, where it is read. */
  OptionalInt clockNs() {
    return clockNs;
  }

  /** What went wrong first on our side of the streams. */
  synchronized Optional<Throwable> failure() {
    Optional<Throwable> first = events.flatMap(EventPump::failure);
    for (Pump pump : pumps) {
      first = first.or(pump::failure);
    }
    return first;
  }

  @Override
  public void setProcessInputStream(OutputStream stdin) {
    processStdin = stdin;
  }

  @Override
  public void setProcessOutputStream(InputStream stdout) {
    if (runs) {
      addPump("stdout", new AbandonableInput(() -> stdout), stdio.out());
      takeEvents(followed.children().orElseThrow().merged());
    } else {
      takeEventsFrom(stdout);
    }
  }

  /** The stdout of a runner is its own. */
  private void takeEvents(InputStream merged) {
    EventPump pump = new EventPump(merged, reader);
    events = Optional.of(pump);
    merging = Optional.of(new Background("events", pump));
  }

  private void takeEventsFrom(InputStream stdout) {
    AbandonableInput input = new AbandonableInput(() -> stdout);
    TraceStart first = new TraceStart(input, stdio.out());
    Optional<ChildStreams> children = followed.children();
    EventPump pump = new EventPump(children.map(ChildStreams::merged).orElse(first), reader);
    events = Optional.of(pump);
    if (children.isEmpty()) {
      drained.add(new Draining("events", input, pump));
    } else {
      merging = Optional.of(new Background("events", pump));
      drained.add(new Draining("first-events", input, () -> children.get().readFirst(first)));
    }
  }

  @Override
  public void setProcessErrorStream(InputStream stderr) {
    this.stderr = new LastingPipe(stderr);
    addPump("stderr", new AbandonableInput(() -> this.stderr), stdio.err());
  }

  @Override
  public void start() {
    List.copyOf(drained).forEach(Draining::start);
    merging.ifPresent(Background::start);
    if (runs) {
      followed.children().ifPresent(ChildStreams::serveFirst);
    }
  }

  /** Called when the process is gone: takes in what is still in the pipes. */
  @Override
  public void stop() {
    // the events first: their header may have started another pump
    draining(0).finish();
    if (runs) {
      followed.children().ifPresent(ChildStreams::firstEnded);
    }
    awaitChildren();
    idle.ifPresent(IdleProcesses::close);
    for (int i = 1; i < drained(); i++) {
      draining(i).finish();
    }
    closeStdin();
  }

  /** As long as children write their streams, the program's own are theirs, too. */
  private void awaitChildren() {
    try {
      if (merging.isPresent()) {
        merging.get().await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int drained() {
    return drained.size();
  }

  private synchronized Draining draining(int index) {
    return drained.get(index);
  }

  private synchronized Draining addPump(String name, AbandonableInput input, OutputStream to) {
    Pump pump = new Pump(input, to, input);
    pumps.add(pump);
    Draining draining = new Draining(name, input, pump);
    drained.add(draining);
    return draining;
  }

  private void pumpStdin() {
    Runnable pump =
        () -> {
          new Pump(stdio.in(), processStdin, () -> {}).run();
          closeStdin();
        };
    // it may wait for a user that types nothing more, so it is not awaited
    new Background("stdin", pump).start();
  }

  private void closeStdin() {
    try {
      processStdin.close();
    } catch (IOException e) {
      // the process is gone, or has closed its stdin before us
    }
  }

  /** Hears of the header on the events' thread, before the program starts. */
  private final class Connecting implements StreamListener {
    private final StreamListener store;
    private int process;

    Connecting(StreamListener store) {
      this.store = store;
    }

    @Override
    public void begins(ProcessFacts facts) throws IOException {
      noNative = facts.noNative();
      clockNs = facts.clockNs();
      if (needsNative && noNative.isPresent()) {
        // the agent has ended the process
        throw new LaunchException("the recorder in C cannot be used: " + noNative.get());
      }
      followed.recorded().begin(0, facts);
      if (followed.children().isPresent()) {
        stderr.outlive(facts.process(), 2);
      }
      store.begins(facts);
    }

    @Override
    public void line(byte[] buffer, int from, int to) throws IOException {
      switch (RawRecord.of(buffer, from, to)) {
        case PROCESS -> process = RawRecord.numberOf(buffer, from, to);
        case FLUSHED -> {
          followed.recorded().flushed(process);
          idle.ifPresent(processes -> processes.flushed(process));
        }
        case HEADER, OTHER -> idle.ifPresent(processes -> processes.wrote(process));
      }
      store.line(buffer, from, to);
    }

    @Override
    public void code(Header process, Code code) {
      store.code(process, code);
    }

    @Override
    public void channels(Channels channels) throws IOException {
      if (channels.stdin().equals("own") || stdio.in() == ProgramStdio.NO_INPUT) {
        closeStdin();
      } else {
        pumpStdin();
      }
      channels
          .stdoutFifo()
          .map(fifo -> new AbandonableInput(new AbandonableInput.Fifo(fifo)))
          .ifPresent(fifo -> addPump("stdout", fifo, stdio.out()).start());
      store.channels(channels);
    }
  }
}
