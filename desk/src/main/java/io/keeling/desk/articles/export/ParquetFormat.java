package io.keeling.desk.articles.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Articles as an Apache Parquet file, typed like the columns. Immutable; threads may share it.
 *
 * @param columns the columns of each row
 */
public record ParquetFormat(List<Column> columns) implements Format {

  private static final String SCHEMA = "article";

  @Override
  public String extension() {
    return "parquet";
  }

  @Override
  public String contentType() {
    return "application/vnd.apache.parquet";
  }

  @Override
  public Rows open(OutputStream output, String query) throws IOException {
    return new ParquetRows(columns, schema(), output, query);
  }

  private MessageType schema() {
    return new MessageType(SCHEMA, columns.stream().map(ParquetFormat::type).toList());
  }

  private static Type type(Column column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case TEXTS ->
          Types.requiredList()
              .requiredElement(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case MOMENT ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
      case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
    };
  }
}
