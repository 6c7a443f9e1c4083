package io.keeling.desk.articles.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file as Parquet's own reader reads it, sums of its pages compared.
 *
 * @param groups how many row groups it has
 */
public record ParquetFile(
    MessageType schema, Map<String, String> metadata, int groups, List<Group> rows) {

  /**
   * Reads a file.
   *
   * @param directory where it may lie meanwhile
   */
  public static ParquetFile read(byte[] bytes, Path directory) throws IOException {
    Path path = Files.write(directory.resolve("read.parquet"), bytes);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification()
            .withCodecFactory(new Gunzip())
            .build();
    try (ParquetFileReader reader = new ParquetFileReader(new LocalInputFile(path), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      List<Group> rows = new ArrayList<>();
      int groups = 0;
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        groups++;
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(records.read());
        }
      }
      return new ParquetFile(schema, reader.getFileMetaData().getKeyValueMetaData(), groups, rows);
    }
  }

  /** Reads pages that were compressed by gzip: Parquet's own codecs want all of Hadoop. */
  private static final class Gunzip implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("only reads");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      assertThat(codec).isEqualTo(CompressionCodecName.GZIP);
      return new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
          try (InputStream gzip = new GZIPInputStream(bytes.toInputStream())) {
            return BytesInput.from(gzip.readAllBytes());
          }
        }

        @Override
        public void decompress(ByteBuffer in, int length, ByteBuffer out, int size) {
          throw new UnsupportedOperationException("only reads arrays");
        }

        @Override
        public void release() {
          // It holds nothing.
        }
      };
    }

    @Override
    public void release() {
      // It holds nothing.
    }
  }
}
