package dev.leadline.wire;

import dev.leadline.event.CallCount;
import dev.leadline.event.TraceThread;
import java.util.ArrayList;
import java.util.List;

/** The {@code calls} record: calls that were counted instead of recorded. */
final class CallsRecord {

  /** Code, depth, level and how many. */
  private static final int COLUMNS = 4;

  private CallsRecord() {}

  static List<CallCount> decode(Fields fields, CodeTable codes) throws MalformedRecordException {
    List<CallCount> calls = new ArrayList<>();
    for (Fields.CountedRow row : fields.countedRows("calls", COLUMNS)) {
      int[] place = row.numbers();
      calls.add(new CallCount(codes.get(place[0]).code(), place[1], place[2], row.count()));
    }
    return calls;
  }

  static String encode(TraceThread thread, List<CallCount> calls) {
    StringBuilder list = new StringBuilder();
    for (CallCount call : calls) {
      list.append(list.length() == 0 ? "[" : ",[").append(call.code().id());
      list.append(',').append(call.depth()).append(',').append(call.level());
      list.append(',').append(call.calls()).append(']');
    }
    return RecordKind.CALLS.begin().number("thread", thread.id()).list("calls", list).toJson();
  }
}
