package io.keeling.desk.articles.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Articles as CSV for spreadsheets: RFC 4180 in UTF-8, with a header line. Immutable; threads may
 * share it.
 *
 * <p>The file begins with a byte order mark; without one, spreadsheets assume the machine's code
 * page.
 */
public record CsvFormat(List<Column> columns) implements Format {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String END = "\r\n";

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public Rows open(OutputStream output, String query) throws IOException {
    write(output, BYTE_ORDER_MARK + line(Column::name));
    return article -> write(output, line(column -> CsvCell.of(column.value().of(article))));
  }

  /**
   * A table of counts as CSV.
   *
   * @param header the headings
   * @param rows rows with as many cells as the header; null is an empty cell
   */
  public static String table(List<String> header, List<List<@Nullable Object>> rows) {
    StringBuilder table = new StringBuilder(BYTE_ORDER_MARK).append(row(header));
    rows.forEach(row -> table.append(row(row)));
    return table.toString();
  }

  private static String row(List<? extends @Nullable Object> cells) {
    return cells.stream().map(CsvCell::of).collect(Collectors.joining(",")) + END;
  }

  private String line(Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining(",")) + END;
  }

  private static void write(OutputStream output, String line) throws IOException {
    output.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
