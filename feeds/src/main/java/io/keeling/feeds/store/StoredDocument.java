package io.keeling.feeds.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.contract.serde.Json;

/** Reads articles as the sink stores them. Stateless; threads may share it. */
final class StoredDocument {

  private StoredDocument() {}

  /** A document that holds everything. */
  static EnrichedArticle read(String document) {
    try {
      return within(Json.MAPPER.readValue(document, EnrichedArticle.class));
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** A document without its text, and the text. */
  static EnrichedArticle read(String document, String text) {
    try {
      ObjectNode node = (ObjectNode) Json.MAPPER.readTree(document);
      node.put("text", text);
      return within(Json.MAPPER.treeToValue(node, EnrichedArticle.class));
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** An earlier release may have stored more than a page, or an answer, can show. */
  private static EnrichedArticle within(EnrichedArticle stored) {
    return new EnrichedArticle(
        ArticleLimits.within(stored.article()),
        stored.revision(),
        TagLimits.within(stored.names()),
        stored.countries(),
        stored.climate(),
        stored.topics(),
        stored.story(),
        stored.enrichment());
  }

  private static IllegalStateException broken(JsonProcessingException e) {
    e.clearLocation();
    return new IllegalStateException(
        "a stored document is not an enriched article: " + e.getOriginalMessage(), e);
  }
}
