package dev.leadline.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compression by the JDK. The library's own codecs are native code that is unpacked into the
 * temporary directory, which a system may forbid, or belong to Hadoop.
 */
final class Gzip implements CompressionCodecFactory {

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
