package io.keeling.feeds.export;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Articles as on the topic {@code keeling.enriched}, one a line. Immutable and safe to share
 * between threads.
 */
public record JsonLinesFormat() implements Format {

  @Override
  public String extension() {
    return "jsonl";
  }

  @Override
  public String contentType() {
    return "application/jsonl; charset=utf-8";
  }

  @Override
  public List<Column> columns() {
    return List.of();
  }

  @Override
  public Rows open(OutputStream output, String query) {
    return new Rows() {
      @Override
      public void write(EnrichedArticle article) throws IOException {
        output.write(Json.MAPPER.writeValueAsBytes(article));
        output.write('\n');
      }

      @Override
      public void finish() {
        // The last line ends as every other.
      }
    };
  }
}
