package dev.leadline.launch;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it receives, in words. */
final class Recorder implements EventSink {

  final List<String> events = new ArrayList<>();
  final List<Ending> endings = new ArrayList<>();
  final List<Ending> children = new ArrayList<>();
  Header header;

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    events.add(event.kind().pythonName() + " " + event.frame().code().function());
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof ProcessEnd end) {
      children.add(end.ending());
    }
  }

  @Override
  public void end(Ending ending) {
    endings.add(ending);
  }
}
