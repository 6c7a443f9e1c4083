package io.keeling.ingest.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed, version 1.1 (jsonfeed.org) and 1.0. */
final class JsonFeed {

  private JsonFeed() {}

  static Listing read(String text, CanonicalUrl base, int limit) {
    JsonNode feed;
    try {
      feed = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return new Unlisted(
          UnlistedReason.MALFORMED, "not readable as JSON: " + e.getClass().getSimpleName());
    }
    JsonNode items = feed.path("items");
    if (!items.isArray()) {
      return new Unlisted(UnlistedReason.NOT_A_LISTING, "JSON, but not a JSON Feed: no items");
    }
    LinkCollector links = new LinkCollector(base, limit);
    for (JsonNode item : items) {
      links.add(
          address(item),
          text(item, "title"),
          date(item, "date_published"),
          date(item, "date_modified"));
    }
    return links.listed(Optional.empty(), false);
  }

  private static @Nullable String address(JsonNode item) {
    String url = text(item, "url");
    if (url != null) {
      return url;
    }
    String id = text(item, "id");
    return id != null && CanonicalUrl.of(id).isPresent() ? id : text(item, "external_url");
  }

  private static @Nullable String text(JsonNode item, String name) {
    JsonNode value = item.path(name);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  private static @Nullable Instant date(JsonNode item, String name) {
    return FeedDates.parse(text(item, name));
  }
}
