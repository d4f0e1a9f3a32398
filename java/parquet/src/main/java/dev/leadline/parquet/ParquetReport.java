package dev.leadline.parquet;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

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
    facts.put("leadline.program", Unicode.of(header.program()));
    facts.put("leadline.python", Unicode.of(header.python().version()));
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

  /**
   * Compression by the JDK. The library's own codecs are native code that is unpacked into the
   * temporary directory, which a system may forbid, or belong to Hadoop.
   */
  private static final class Gzip implements CompressionCodecFactory {

    static final CompressionCodecName NAME = CompressionCodecName.GZIP;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new Pages();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("files are written alone");
    }

    @Override
    public void release() {}

    private static final class Pages implements BytesInputCompressor {

      @Override
      public BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
          page.writeAllTo(out);
        }
        return BytesInput.from(compressed.toByteArray());
      }

      @Override
      public CompressionCodecName getCodecName() {
        return NAME;
      }

      @Override
      public void release() {}
    }
  }

  /** A stream as the file that the library writes, which it never goes back in. */
  private static final class StreamFile implements OutputFile {

    private final OutputStream out;

    StreamFile(OutputStream out) {
      this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
      return new Positions(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }

    /** Counts what is written. The stream stays open: it belongs to its target. */
    private static final class Positions extends PositionOutputStream {

      private final OutputStream out;
      private long written;

      Positions(OutputStream out) {
        this.out = out;
      }

      @Override
      public long getPos() {
        return written;
      }

      @Override
      public void write(int b) throws IOException {
        out.write(b);
        written++;
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        written += length;
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }
    }
  }
}
