package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.filter.FilterSink;
import dev.leadline.wire.write.TraceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The frames below the user's, and calls that were counted, from the wire and back to it. */
class LayersTest {

  private static final String BASE =
      """
      {"record":"base","thread":0,"code":0,"depth":3,"layers":[\
      {"file":"/d/dbg.py","function":"<module>","scope":"runner","module":"__main__"},\
      {"file":"<frozen runpy>","function":"run","scope":"frozen","module":"runpy"}]}
      """;

  private static final String LAYERS =
      """
      {"record":"layers","thread":0,"code":1,"depth":6,"level":1,"frames":[\
      {"file":"/l/json/decoder.py","function":"decode","scope":"stdlib","module":"json.decoder"},\
      {"file":"\\u001b.py","function":"\\u0440","scope":"site","module":""}]}
      """;

  private static final String CALLS =
      """
      {"record":"calls","thread":0,"calls":[[1,4,1,10000000000],[1,6,1,2],[2,5,2,7]]}
      """;

  private static final String TRACE =
      Traces.HEADER.replace("\"max_events\":null", "\"max_events\":null,\"layers\":true")
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + BASE
          + Traces.code(1, "main", 20, false)
          + Traces.code(2, "dumps", 183, "stdlib", false)
          + LAYERS
          + CALLS
          + Traces.END;

  /** Keeps the records of layers and calls. */
  private static final class Layers implements EventSink {
    @Override
    public void header(Header header) {}

    @Override
    public void event(TraceEvent event) {}

    @Override
    public void end(Ending ending) {}

    private final List<Layer> below = new ArrayList<>();
    private final List<LayersSeen> seen = new ArrayList<>();
    private final List<TraceRecord.CallCount> counted = new ArrayList<>();

    @Override
    public void record(TraceRecord record) {
      if (record instanceof BaseDepth base) {
        below.addAll(base.layers());
      } else if (record instanceof LayersSeen layers) {
        seen.add(layers);
      } else if (record instanceof CallCounts counts) {
        counted.addAll(counts.counts());
      }
    }
  }

  @Test
  void layersAreReportedWithTheirOwners() throws IOException {
    Layers log = new Layers();

    Traces.read(TRACE, log);

    assertThat(log.below)
        .extracting(Layer::function, Layer::owner)
        .containsExactly(
            tuple("<module>", Layer.Owner.RUNNER), tuple("run", Layer.Owner.INTERPRETER));
    assertThat(log.seen).hasSize(1);
    LayersSeen seen = log.seen.get(0);
    assertThat(seen.code().function()).isEqualTo("main");
    assertThat(seen.depth()).isEqualTo(6);
    assertThat(seen.level()).isEqualTo(1);
    assertThat(seen.frames()).extracting(Layer::function).containsExactly("decode", "\u0440");
  }

  @Test
  void callsAreReportedWithTheirNumbersHoweverLarge() throws IOException {
    Layers log = new Layers();

    Traces.read(TRACE, log);

    assertThat(log.counted)
        .extracting(TraceRecord.CallCount::calls)
        .containsExactly(10_000_000_000L, 2L, 7L);
    assertThat(log.counted).extracting(TraceRecord.CallCount::depth).containsExactly(4, 6, 5);
  }

  @Test
  void aStoredTraceHoldsThemAll() throws IOException {
    SinkLog before = new SinkLog();
    SinkLog after = new SinkLog();
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    Traces.read(TRACE, before);
    Traces.read(TRACE, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.header().recording().layers()).isTrue();
    assertThat(after.records()).hasSize(5).isEqualTo(before.records());
    assertThat(after.endings().get(0).malformedLines()).isZero();
  }

  @Test
  void aFilterTakesAwayWhatIsOfFunctionsThatItTakesAway() throws IOException {
    Layers log = new Layers();

    Recording choice =
        Recording.builder()
            .cutoff(OptionalInt.of(5))
            .moduleLevel(true)
            .events(EnumSet.allOf(EventKind.class))
            .build();

    Traces.read(TRACE, new FilterSink(choice, log));

    assertThat(log.below).hasSize(2);
    assertThat(log.seen).hasSize(1);
    assertThat(log.counted).extracting(TraceRecord.CallCount::depth).containsExactly(6);
  }

  @Test
  void aTraceOfAnOlderAgentHasNone() throws IOException {
    SinkLog log = new SinkLog();

    Traces.read(TRACE.replace(BASE, Traces.base(0, 0, 3)), log);

    assertThat(log.records()).anyMatch(line -> line.startsWith("base of"));
    assertThat(log.records()).noneMatch(line -> line.startsWith("below"));
  }

  @Test
  void aDamagedOneIsCountedAndTheRestStands() throws IOException {
    SinkLog log = new SinkLog();

    Traces.read(
        TRACE.replace("[1,6,1,2]", "[1,6,1]").replace("\"scope\":\"site\"", "\"scope\":\"moon\""),
        log);

    assertThat(log.endings().get(0).malformedLines()).isEqualTo(2);
    assertThat(log.records()).noneMatch(line -> line.startsWith("calls"));
  }

  @Test
  void everyScopeHasAnOwner() {
    assertThat(Arrays.stream(Scope.values()).map(Layer.Owner::of))
        .containsAll(Set.of(Layer.Owner.values()));
  }
}
