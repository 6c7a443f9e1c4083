package io.keeling.feeds.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;

/** Reads articles as the sink stores them. Stateless; threads may share it. */
final class StoredDocument {

  private StoredDocument() {}

  /** A document that holds everything. */
  static EnrichedArticle read(String document) {
    try {
      return Json.MAPPER.readValue(document, EnrichedArticle.class);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** A document without its text, and the text. */
  static EnrichedArticle read(String document, String text) {
    try {
      ObjectNode node = (ObjectNode) Json.MAPPER.readTree(document);
      node.put("text", text);
      return Json.MAPPER.treeToValue(node, EnrichedArticle.class);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(JsonProcessingException e) {
    e.clearLocation();
    return new IllegalStateException(
        "a stored document is not an enriched article: " + e.getOriginalMessage(), e);
  }
}
