package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes articles to a file that gets a receipt. For one thread. */
public final class ExportFile {

  private static final String NAME = "keeling-articles.";

  private final Format format;
  private final String query;
  private final DigestOutputStream output;
  private final Format.Rows rows;
  private final @Nullable ZipOutputStream bundle;
  private long written;

  private ExportFile(
      Format format, OutputStream output, String query, @Nullable ZipOutputStream bundle)
      throws IOException {
    this.format = format;
    this.query = query;
    this.output = Receipt.digesting(output);
    this.rows = format.open(this.output, query);
    this.bundle = bundle;
  }

  /** The manifest in an archive: what is needed to check and understand the file. */
  private record Manifest(
      String file, String query, long rows, String sha256, List<ColumnItem> columns) {}

  private record ColumnItem(String name, String type, String meaning) {}

  public static String name(Format format) {
    return NAME + format.extension();
  }

  /**
   * Begins a file.
   *
   * @param output receives the file; stays open
   * @param query the query string that selected the articles
   */
  public static ExportFile open(Format format, OutputStream output, String query)
      throws IOException {
    return new ExportFile(format, output, query, null);
  }

  /**
   * Begins a ZIP archive with a file and its receipt: {@code SHA256SUMS}, as {@code sha256sum -c}
   * reads it, and {@code manifest.json}.
   */
  public static ExportFile bundle(Format format, OutputStream output, String query)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(name(format)));
    return new ExportFile(format, zip, query, zip);
  }

  public void write(EnrichedArticle article) throws IOException {
    rows.write(article);
    written++;
  }

  public Receipt finish() throws IOException {
    rows.finish();
    Receipt receipt = Receipt.of(written, output);
    if (bundle != null) {
      enclose(receipt, bundle);
    }
    return receipt;
  }

  private void enclose(Receipt receipt, ZipOutputStream zip) throws IOException {
    zip.closeEntry();
    String sums = receipt.sha256() + "  " + name(format) + "\n";
    entry(zip, "SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8));
    List<ColumnItem> columns =
        format.columns().stream()
            .map(c -> new ColumnItem(c.name(), c.type().words(), c.meaning()))
            .toList();
    Manifest manifest =
        new Manifest(name(format), query, receipt.rows(), receipt.sha256(), columns);
    entry(zip, "manifest.json", Json.MAPPER.writeValueAsBytes(manifest));
    zip.finish();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
