package dev.leadline.calltree;

import static dev.leadline.event.EventKind.CALL;
import static dev.leadline.event.EventKind.EXCEPTION;
import static dev.leadline.event.EventKind.LINE;
import static dev.leadline.event.EventKind.RETURN;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.calltree.DepthTotals.Place;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepthTotalsTest {

  @Test
  void countsEachKindAtEachDepthAndLevel() throws IOException {
    DepthTotals totals = new DepthTotals();
    Traces.read(
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "f", 1, false)
            + Traces.events(
                call(1, 0, 1, 10, 1)
                    + line(2)
                    + call(1, 1)
                    + line(2, 3)
                    + exception(3, "E", "")
                    + returned(3, 1)
                    + call(1, 0, 1, 11, 7)
                    + returned(3, 1)
                    + returned(3, 1)),
        totals);

    assertThat(totals.all()).isEqualTo(Map.of(CALL, 3L, LINE, 3L, EXCEPTION, 1L, RETURN, 3L));
    assertThat(totals.byPlace())
        .containsExactly(
            Map.entry(new Place(10, 1), Map.of(CALL, 1L, LINE, 1L, RETURN, 1L)),
            Map.entry(new Place(11, 2), Map.of(CALL, 1L, LINE, 2L, EXCEPTION, 1L, RETURN, 1L)),
            Map.entry(new Place(11, 7), Map.of(CALL, 1L, RETURN, 1L)));
  }
}
