package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file, row group by row group. For one thread.
 *
 * <p>It uses parts of Parquet's writer, but not {@code ParquetWriter}, which needs the classes of
 * Hadoop. In memory are one row group, and about five kilobytes of footer for each earlier row
 * group.
 */
final class ParquetRows implements Format.Rows {

  /** Size that a row group may reach in memory before it is written, in bytes. */
  private static final long GROUP_BYTES = 8L << 20;

  /** Longest value in the statistics of a column, in bytes; Parquet's own default. */
  private static final int LONGEST_STATISTIC =
      ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH;

  private final List<Column> columns;
  private final MessageType schema;
  private final MessageColumnIO records;
  private final ParquetProperties properties = ParquetProperties.builder().build();
  private final ParquetFileWriter file;
  private final String query;
  private int group;
  private @Nullable Group open;

  /** The row group being filled. */
  private record Group(
      ColumnChunkPageWriteStore pages, ColumnWriteStore values, RecordConsumer records) {}

  private long rows;

  ParquetRows(List<Column> columns, MessageType schema, OutputStream output, String query)
      throws IOException {
    this.columns = columns;
    this.schema = schema;
    this.records = new ColumnIOFactory().getColumnIO(schema);
    this.query = query;
    this.file =
        new ParquetFileWriter(
            new ParquetOutput(output),
            schema,
            ParquetFileWriter.Mode.CREATE,
            GROUP_BYTES,
            0,
            LONGEST_STATISTIC,
            LONGEST_STATISTIC,
            true);
    file.start();
  }

  @Override
  public void write(EnrichedArticle article) throws IOException {
    Group filled = open == null ? begin() : open;
    RecordConsumer record = filled.records();
    record.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      @Nullable Object value = column.value().of(article);
      if (value != null) {
        record.startField(column.name(), i);
        add(record, value);
        record.endField(column.name(), i);
      }
    }
    record.endMessage();
    rows++;
    if (filled.values().getBufferedSize() >= GROUP_BYTES) {
      end(filled);
    }
  }

  private static void add(RecordConsumer record, Object value) {
    if (value instanceof String text) {
      record.addBinary(Binary.fromString(text));
    } else if (value instanceof List<?> list) {
      addList(record, list);
    } else if (value instanceof Instant moment) {
      record.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    } else if (value instanceof Double number) {
      record.addDouble(number);
    } else if (value instanceof Integer number) {
      record.addInteger(number);
    } else if (value instanceof Boolean flag) {
      record.addBoolean(flag);
    } else {
      throw new IllegalStateException("no column has values of " + value.getClass());
    }
  }

  /** Adds a three-level list, as Parquet defines it; an empty list has no second level. */
  private static void addList(RecordConsumer record, List<?> values) {
    record.startGroup();
    if (!values.isEmpty()) {
      record.startField("list", 0);
      for (Object value : values) {
        record.startGroup();
        record.startField("element", 0);
        add(record, value);
        record.endField("element", 0);
        record.endGroup();
      }
      record.endField("list", 0);
    }
    record.endGroup();
  }

  private Group begin() {
    ColumnChunkPageWriteStore pages =
        ColumnChunkPageWriteStore.builder()
            .withSchema(schema)
            .withCompressorProvider(column -> GzipPages.COMPRESSOR)
            .withAllocator(HeapByteBufferAllocator.getInstance())
            .withColumnIndexTruncateLength(LONGEST_STATISTIC)
            .withPageWriteChecksumEnabled(true)
            .withRowGroupOrdinal(group++)
            .build();
    ColumnWriteStore values = properties.newColumnWriteStore(schema, pages);
    Group begun = new Group(pages, values, records.getRecordWriter(values));
    open = begun;
    rows = 0;
    return begun;
  }

  private void end(Group filled) throws IOException {
    open = null;
    filled.records().flush();
    file.startBlock(rows);
    filled.values().flush();
    filled.pages().flushToFileWriter(file);
    file.endBlock();
    filled.values().close();
    filled.pages().close();
  }

  @Override
  public void finish() throws IOException {
    if (open != null) {
      end(open);
    }
    file.end(Map.of("keeling.query", query));
  }
}
