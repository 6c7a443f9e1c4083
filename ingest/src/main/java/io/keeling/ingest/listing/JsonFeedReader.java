package io.keeling.ingest.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.serde.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed (jsonfeed.org, version 1 and 1.1). Stateless. */
final class JsonFeedReader {

  private JsonFeedReader() {}

  static Listing read(String text, LinkCollector links) {
    JsonNode items;
    try {
      items = Json.MAPPER.readTree(text).path("items");
    } catch (JsonProcessingException | RuntimeException e) {
      return new Listing.Malformed("malformed-feed", "not JSON: " + e.getClass().getSimpleName());
    }
    if (!items.isArray()) {
      return new Listing.Malformed("malformed-feed", "JSON without a list of items");
    }
    for (JsonNode item : items) {
      String url = item.path("url").asText("");
      String link = url.isBlank() ? item.path("external_url").asText("") : url;
      links.add(
          link,
          FetchPurpose.ARTICLE,
          instant(item.path("date_published")),
          instant(item.path("date_modified")));
    }
    return links.links(null);
  }

  private static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
