package io.keeling.desk.articles.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.contract.serde.Json;

/** Parses articles in the form in which the sink stores them. */
final class StoredDocument {

  private StoredDocument() {}

  /**
   * Parses a document that includes its text.
   *
   * @param outlets number of outlets that tell its story now, from {@link StoryOutlets}
   */
  static EnrichedArticle read(String document, int outlets) {
    try {
      return within(Json.MAPPER.readValue(document, EnrichedArticle.class), outlets);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Parses a document and adds its text. */
  static EnrichedArticle read(String document, String text, int outlets) {
    try {
      ObjectNode node = (ObjectNode) Json.MAPPER.readTree(document);
      node.put("text", text);
      return within(Json.MAPPER.treeToValue(node, EnrichedArticle.class), outlets);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Cuts articles stored by older releases down to today's limits for a page or an answer. */
  private static EnrichedArticle within(EnrichedArticle stored, int outlets) {
    return new EnrichedArticle(
        ArticleLimits.within(stored.article()),
        stored.revision(),
        TagLimits.within(stored.names()),
        stored.countries(),
        stored.climate(),
        stored.topics(),
        StoryOutlets.now(stored.story(), outlets),
        stored.enrichment(),
        stored.corrections());
  }

  private static IllegalStateException broken(JsonProcessingException e) {
    e.clearLocation();
    return new IllegalStateException(
        "a stored document is not an enriched article: " + e.getOriginalMessage(), e);
  }
}
