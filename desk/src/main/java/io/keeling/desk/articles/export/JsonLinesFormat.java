package io.keeling.desk.articles.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import java.io.OutputStream;
import java.util.List;

/**
 * Articles in the format of the topic {@code keeling.enriched}, one per line. Immutable; threads
 * may share it.
 *
 * @param beside columns added as fields after those of the article
 */
public record JsonLinesFormat(List<Column> beside) implements Format {

  public JsonLinesFormat() {
    this(List.of());
  }

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
    return beside;
  }

  @Override
  public Rows open(OutputStream output, String query) {
    return article -> {
      output.write(Json.MAPPER.writeValueAsBytes(line(article)));
      output.write('\n');
    };
  }

  private Object line(EnrichedArticle article) {
    if (beside.isEmpty()) {
      return article;
    }
    ObjectNode line = Json.MAPPER.valueToTree(article);
    beside.forEach(column -> line.putPOJO(column.name(), column.value().of(article)));
    return line;
  }
}
