package dev.leadline.cli.output;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.TraceRecord;
import dev.leadline.files.BrokenPipe;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportPython;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Exit;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.write.TimelyFlush;
import dev.leadline.wire.write.TraceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the events of a run go: into a report, or as they come into a file. */
public interface Destination extends Closeable {

  /** Receives the events that were chosen. */
  EventSink sink();

  /** Receives the stream. */
  StreamListener store();

  /** The process has ended and all is read. Throws what went wrong with the output by now. */
  void finish(Exit exit) throws IOException;

  /** Whether the reader of a pipe closed it: what came then went nowhere, which is no error. */
  boolean wasLeft();

  /** What the output leaves out, in sentences. */
  default List<String> leftOut() {
    return List.of();
  }

  /** A file that stores the stream. */
  static final class StoredTrace implements Destination {

    private final Path path;
    private final TraceFile file;
    private final SourceStore sources;

    /**
     * A file of that name.
     *
     * @param python the interpreter of the run
     * @param withSource whether the user's source files are stored, too
     */
    public StoredTrace(Path path, ReportPython python, boolean withSource) throws IOException {
      this.path = path;
      try {
        this.file = TraceFile.create(path);
        this.sources = new SourceStore(file, python, withSource);
      } catch (IOException e) {
        throw NamedOutput.failure(path.toString(), e);
      }
    }

    /** A stored trace is read again where its events matter, if it is stored in a file. */
    @Override
    public EventSink sink() {
      boolean events = !Files.isRegularFile(path);
      return new IgnoringSink() {
        @Override
        public boolean readsEvents() {
          return events;
        }
      };
    }

    @Override
    public StreamListener store() {
      return sources;
    }

    @Override
    public void finish(Exit exit) throws IOException {
      sources.finish();
      file.exit(exit);
      file.close();
      Optional<IOException> failure = file.failure();
      if (failure.isPresent() && !wasLeft()) {
        String reason = NamedOutput.reason(failure.get());
        throw new IOException(
            "cannot write " + path + ": " + reason + "; the trace is cut, the program ran on",
            failure.get());
      }
    }

    @Override
    public boolean wasLeft() {
      return file.failure().filter(BrokenPipe::is).isPresent();
    }

    @Override
    public void close() {
      file.close();
    }
  }

  /** A report, in a file or on one of our streams. */
  static final class WrittenReport implements Destination {

    private final OutputStream out;
    private final ReportTarget target;
    private final boolean ours;
    private final UntilLeft sink;
    private final TimelyFlush flushing;
    private boolean closed;

    private WrittenReport(
        OutputStream out, boolean ours, ReportFormat format, ReportStyle style, ReportPython python)
        throws IOException {
      this.out = out;
      this.target = new ReportTarget(out, style, SourceAccess.RUN, header -> python);
      this.ours = ours;
      this.sink = new UntilLeft(format.open(target));
      this.flushing = new TimelyFlush(target);
    }

    /** A report in a file of ours, which is closed with it, about a run of this interpreter. */
    public static WrittenReport into(
        OutputStream file, ReportFormat format, ReportStyle style, ReportPython python)
        throws IOException {
      return new WrittenReport(file, true, format, style, python);
    }

    /** A report on a stream, which stays open, about a run of this interpreter. */
    public static WrittenReport to(
        OutputStream stream, ReportFormat format, ReportStyle style, ReportPython python)
        throws IOException {
      return new WrittenReport(stream, false, format, style, python);
    }

    @Override
    public EventSink sink() {
      return sink;
    }

    @Override
    public StreamListener store() {
      return StreamListener.NONE;
    }

    @Override
    public void finish(Exit exit) throws IOException {
      close();
    }

    @Override
    public boolean wasLeft() {
      return sink.left;
    }

    @Override
    public List<String> leftOut() {
      return target.leftOut();
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      flushing.close();
      sink.write(target::flush);
      if (ours) {
        sink.write(out::close);
      }
    }
  }

  /** Passes a trace on until the reader of the report closes its pipe. */
  static final class UntilLeft implements EventSink {

    private final EventSink downstream;
    private boolean left;

    UntilLeft(EventSink downstream) {
      this.downstream = downstream;
    }

    /** Something that writes. */
    private interface Write {
      void run() throws IOException;
    }

    private void write(Write write) throws IOException {
      if (left) {
        return;
      }
      try {
        write.run();
      } catch (IOException e) {
        leave(e);
      }
    }

    private void leave(IOException problem) throws IOException {
      left = BrokenPipe.is(problem);
      if (!left) {
        throw problem;
      }
    }

    @Override
    public void header(Header header) throws IOException {
      write(() -> downstream.header(header));
    }

    @Override
    public void events(EventBatch events) throws IOException {
      write(() -> downstream.events(events));
    }

    @Override
    public void record(TraceRecord record) throws IOException {
      write(() -> downstream.record(record));
    }

    @Override
    public void end(Ending ending) throws IOException {
      write(() -> downstream.end(ending));
    }

    @Override
    public boolean readsEvents() {
      return downstream.readsEvents();
    }

    @Override
    public boolean readsValues() {
      return downstream.readsValues();
    }
  }
}
