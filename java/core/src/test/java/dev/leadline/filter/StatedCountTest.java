package dev.leadline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.EventSink;
import dev.leadline.event.IgnoringSink;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What processes state is compared with what a filter finds by decoding their events. */
class StatedCountTest {

  private static final String ALL = Traces.HEADER;
  private static final String USUAL =
      ALL.replace("\"module_level\":true", "\"module_level\":false");

  /** The program's module, and a function that is called once: two calls, four lines. */
  private static final String RUN =
      Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 3, false)
          + Traces.base(0, 0, 3)
          + Traces.events(
              "[\"call\",0,1,1,3,0],[\"call\",1,1,3,4,1],4,5,6,7,"
                  + "[\"exception\",7,\"ValueError\",\"bad\"],[\"return\",7,1],[\"return\",2,1]");

  private final StatedCount stated = new StatedCount();

  @Test
  void theProgramsModuleIsStructureAlone() throws IOException {
    assertThat(found(USUAL + RUN + Traces.END)).isEqualTo(7);
    assertThat(stated.count()).isEqualTo(7);
    assertThat(stated.isCertain()).isTrue();
  }

  @Test
  void theProgramsModuleIsStructureAloneAlsoWhereItRunsAgain() throws IOException {
    String again = Traces.base(0, 0, 3) + Traces.events("[\"call\",0,1,1,4,0],[\"return\",2,1]");
    String end =
        Traces.END.replace("\"call\":2", "\"call\":3").replace("\"return\":2", "\"return\":3");

    assertThat(found(USUAL + RUN + again + end)).isEqualTo(7);
    assertThat(stated.count()).isEqualTo(7);
  }

  @Test
  void theProgramsModuleCountsWhereItWasAskedFor() throws IOException {
    assertThat(found(ALL + RUN + Traces.END)).isEqualTo(9);
    assertThat(stated.count()).isEqualTo(9);
    assertThat(stated.isCertain()).isTrue();
  }

  @Test
  void kindsThatWereNotAskedForDoNotCount() throws IOException {
    String lines =
        USUAL.replace(
            "\"call\",\"line\",\"return\",\"exception\",\"opcode\"", "\"line\",\"exception\"");

    assertThat(found(lines + RUN + Traces.END)).isEqualTo(5);
    assertThat(stated.count()).isEqualTo(5);
  }

  @Test
  void noMoreThanTheLimitCount() throws IOException {
    String limited = USUAL.replace("\"max_events\":null", "\"max_events\":4");

    assertThat(found(limited + RUN + Traces.END)).isEqualTo(4);
    assertThat(stated.count()).isEqualTo(4);
  }

  @Test
  void itIsNotCertainWithoutAnEndRecord() throws IOException {
    found(USUAL + RUN);

    assertThat(stated.isCertain()).isFalse();
  }

  @Test
  void itIsNotCertainWhereTheLastEventMatters() throws IOException {
    found(USUAL + RUN + Traces.END + Traces.exit(124, true));

    assertThat(stated.isCertain()).isFalse();
  }

  @Test
  void itIsNotCertainWhereFramesCameOrWentUnseen() throws IOException {
    found(USUAL + RUN + Traces.stack(0, "[0,3,0]") + Traces.END);

    assertThat(stated.isCertain()).isFalse();
  }

  @Test
  void itIsNotCertainWhereEventsAreMissing() throws IOException {
    found(USUAL + RUN + Traces.blind("program_tracer", 1, 2) + Traces.END);

    assertThat(stated.isCertain()).isFalse();
  }

  /** How many events a filter keeps that keeps all that was asked for. */
  private long found(String trace) throws IOException {
    FilterSink filter =
        new FilterSink(
            recorded -> recorded,
            false,
            new IgnoringSink() {
              @Override
              public boolean readsEvents() {
                return true;
              }
            });
    Traces.read(trace, EventSink.toEach(List.of(stated, filter)));
    return filter.kept();
  }
}
