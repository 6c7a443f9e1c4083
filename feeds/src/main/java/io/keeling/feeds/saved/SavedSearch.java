package io.keeling.feeds.saved;

import java.time.Instant;

/**
 * A search that somebody saved by name. Immutable and safe to share between threads; it is never
 * changed, only deleted.
 *
 * @param id letters and digits, made at random
 * @param name what it is called, as no other is
 * @param query which articles, as in an address without its question mark; empty for all
 * @param createdAt when it was saved
 * @param alert who is told of what it finds
 */
public record SavedSearch(String id, String name, String query, Instant createdAt, Alert alert) {

  /** The page of its articles. */
  String articles() {
    return query.isEmpty() ? "/?view=all" : "/?" + query;
  }

  /** Its own page. */
  String page() {
    return "/searches/" + id;
  }
}
