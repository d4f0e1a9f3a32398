package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadline.event.CallCount;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.LayerOwner;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.filter.FilterSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the user's frames stand upon, and calls that were counted, from the wire and back to it. */
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

  /** Keeps what it is told of layers and calls. */
  private static final class Layers implements EventSink {
    @Override
    public void header(Header header) {}

    @Override
    public void event(TraceEvent event) {}

    @Override
    public void end(Ending ending) {}

    private final List<Layer> beneath = new ArrayList<>();
    private final List<LayersSeen> seen = new ArrayList<>();
    private final List<CallCount> counted = new ArrayList<>();

    @Override
    public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers) {
      beneath.addAll(layers);
    }

    @Override
    public void layers(LayersSeen layers) {
      seen.add(layers);
    }

    @Override
    public void calls(TraceThread thread, List<CallCount> calls) {
      counted.addAll(calls);
    }
  }

  @Test
  void layersAreToldWithTheirOwners() throws IOException {
    Layers heard = new Layers();

    Traces.read(TRACE, heard);

    assertThat(heard.beneath)
        .extracting(Layer::function, Layer::owner)
        .containsExactly(
            tuple("<module>", LayerOwner.RUNNER), tuple("run", LayerOwner.INTERPRETER));
    assertThat(heard.seen).hasSize(1);
    LayersSeen seen = heard.seen.get(0);
    assertThat(seen.code().function()).isEqualTo("main");
    assertThat(seen.depth()).isEqualTo(6);
    assertThat(seen.level()).isEqualTo(1);
    assertThat(seen.frames()).extracting(Layer::function).containsExactly("decode", "\u0440");
  }

  @Test
  void callsAreToldWithTheirNumbersHoweverLarge() throws IOException {
    Layers heard = new Layers();

    Traces.read(TRACE, heard);

    assertThat(heard.counted).extracting(CallCount::calls).containsExactly(10_000_000_000L, 2L, 7L);
    assertThat(heard.counted).extracting(CallCount::depth).containsExactly(4, 6, 5);
  }

  @Test
  void aStoredTraceHoldsThemAll() throws IOException {
    Heard before = new Heard();
    Heard after = new Heard();
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    Traces.read(TRACE, before);
    Traces.read(TRACE, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.header().recording().layers()).isTrue();
    assertThat(after.told()).hasSize(5).isEqualTo(before.told());
    assertThat(after.endings().get(0).malformedLines()).isZero();
  }

  @Test
  void aFilterTakesAwayWhatIsOfFunctionsThatItTakesAway() throws IOException {
    Layers heard = new Layers();

    Recording choice =
        new Recording(
            OptionalInt.of(5),
            true,
            OptionalInt.empty(),
            Set.of(Scope.USER),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            EnumSet.allOf(EventKind.class),
            OptionalLong.empty());

    Traces.read(TRACE, new FilterSink(choice, heard));

    assertThat(heard.beneath).hasSize(2);
    assertThat(heard.seen).hasSize(1);
    assertThat(heard.counted).extracting(CallCount::depth).containsExactly(6);
  }

  @Test
  void aTraceOfAnOlderAgentHasNone() throws IOException {
    Heard heard = new Heard();

    Traces.read(
        TRACE.replace(BASE, "{\"record\":\"base\",\"thread\":0,\"code\":0,\"depth\":3}\n"), heard);

    assertThat(heard.told()).anyMatch(line -> line.startsWith("base of"));
    assertThat(heard.told()).noneMatch(line -> line.startsWith("beneath"));
  }

  @Test
  void aDamagedOneIsCountedAndTheRestStands() throws IOException {
    Heard heard = new Heard();

    Traces.read(
        TRACE.replace("[1,6,1,2]", "[1,6,1]").replace("\"scope\":\"site\"", "\"scope\":\"moon\""),
        heard);

    assertThat(heard.endings().get(0).malformedLines()).isEqualTo(2);
    assertThat(heard.told()).noneMatch(line -> line.startsWith("calls"));
  }

  @Test
  void everyScopeHasAnOwner() {
    assertThat(Arrays.stream(Scope.values()).map(LayerOwner::of))
        .containsAll(Set.of(LayerOwner.values()));
  }
}
