package io.keeling.app.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.serde.Json;
import java.util.Map;
import java.util.TreeMap;

/** The fields of an article as short texts for people. */
final class ArticleValues {

  private ArticleValues() {}

  /** What the article says in each field, except where it was found and how. */
  static Map<String, String> of(Article article) {
    JsonNode json = Json.MAPPER.valueToTree(article);
    Map<String, String> values = new TreeMap<>();
    json.properties()
        .forEach(
            field ->
                values.put(
                    field.getKey(),
                    field.getValue().isValueNode()
                        ? field.getValue().asText()
                        : field.getValue().toString()));
    values.remove("provenance");
    return values;
  }
}
