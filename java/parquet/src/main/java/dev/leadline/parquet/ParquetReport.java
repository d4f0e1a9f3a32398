package dev.leadline.parquet;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;

/**
 * One row for each event. A row group is written when it is full, so that memory is bounded by that
 * of one; a file is whole only when the trace is over.
 */
final class ParquetReport implements EventSink {

  private static final int ROWS_IN_A_GROUP = 131_072;

  /** Of a group in memory, where values are long. */
  private static final long BYTES_IN_A_GROUP = 8L << 20;

  private final OutputStream out;

  /** What the file says of itself besides its rows; complete when it is closed. */
  private final Map<String, String> facts = new TreeMap<>();

  private Optional<ParquetWriter<TraceEvent>> rows = Optional.empty();

  ParquetReport(OutputStream out) {
    this.out = out;
  }

  @Override
  public void header(Header header) throws IOException {
    facts.put("leadline.program", Texts.unicode(header.program()));
    facts.put("leadline.python", Texts.unicode(header.python().version()));
    facts.put("leadline.start_unix_ns", Long.toString(header.startUnixNs()));
    rows = Optional.of(new Builder(out, facts).build());
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    rows.orElseThrow().write(event);
  }

  @Override
  public void end(Ending ending) throws IOException {
    facts.put("leadline.outcome", ending.outcome().name().toLowerCase(Locale.ROOT));
    ending.status().ifPresent(status -> facts.put("leadline.status", Integer.toString(status)));
    if (rows.isPresent()) {
      rows.get().close();
    }
    out.flush();
  }

  /** Settings of the file. */
  private static final class Builder extends ParquetWriter.Builder<TraceEvent, Builder> {

    private final Map<String, String> facts;

    Builder(OutputStream out, Map<String, String> facts) {
      super(new StreamFile(out));
      this.facts = facts;
      withCompressionCodec(Gzip.NAME);
      withCodecFactory(new Gzip());
      withWriterVersion(WriterVersion.PARQUET_2_0);
      withRowGroupRowCountLimit(ROWS_IN_A_GROUP);
      withRowGroupSize(BYTES_IN_A_GROUP);
      withDictionaryEncoding(true);
      for (String rising : EventRow.RISING) {
        withDictionaryEncoding(rising, false);
      }
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    protected WriteSupport<TraceEvent> getWriteSupport(Configuration conf) {
      return new EventRow(facts);
    }
  }
}
