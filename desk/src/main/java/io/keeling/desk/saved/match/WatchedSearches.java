package io.keeling.desk.saved.match;

import io.keeling.desk.database.Database;
import io.keeling.desk.saved.QueryText;
import io.keeling.search.query.Filters;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The saved searches that have alerts, as last read. For one thread.
 *
 * <p>Saved searches never change, so their number and the time of the newest search show whether
 * any was added or deleted. Saving takes a lock, so that no search appears later with an earlier
 * time.
 */
final class WatchedSearches {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedSearches.class);

  private record Mark(int count, String last) {}

  private final Database database;
  private final QueryParser parser;
  private Mark mark = new Mark(-1, "");
  private Map<String, WatchedSearch> searches = Map.of();

  WatchedSearches(Database database, QueryParser parser) {
    this.database = database;
    this.parser = parser;
  }

  /** The searches by id. */
  Map<String, WatchedSearch> searches() {
    return searches;
  }

  /** Registers searches with the matcher. */
  interface Registration {

    /**
     * @param filters the searches' filters, by search id
     */
    void watch(Map<String, Filters> filters) throws IOException;
  }

  /**
   * Reads the searches again if any was added or deleted. If registering fails, the next call tries
   * again.
   *
   * @throws IOException if registering fails
   */
  void refresh(Registration watch) throws IOException {
    Mark now =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*),
                            coalesce(max(created_at)::text, '') || coalesce(sum(hashtext(id)), 0)
                                AS last
                        FROM saved_search WHERE channel <> 'none'
                        """)
                    .mapTo(Mark.class)
                    .one());
    if (now.equals(mark)) {
      return;
    }
    Map<String, WatchedSearch> next = read();
    Map<String, Filters> filters = new HashMap<>();
    next.forEach((id, search) -> filters.put(id, search.filters()));
    watch.watch(filters);
    searches = next;
    mark = now;
  }

  private record Saved(String id, String query, Instant createdAt, boolean corrections) {}

  private Map<String, WatchedSearch> read() {
    Map<String, WatchedSearch> next = new HashMap<>();
    return database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  SELECT id, query, created_at, corrections FROM saved_search
                  WHERE channel <> 'none'
                  """)
              .mapTo(Saved.class)
              .forEach(saved -> watched(saved).ifPresent(search -> next.put(search.id(), search)));
          return Map.copyOf(next);
        });
  }

  /** The search with its parsed query; empty if that can no longer be parsed. */
  private Optional<WatchedSearch> watched(Saved saved) {
    WatchedSearch known = searches.get(saved.id());
    if (known != null) {
      return Optional.of(known);
    }
    if (parser.parse(QueryText.parameters(saved.query())) instanceof ParsedQuery.Valid valid) {
      return Optional.of(
          new WatchedSearch(
              saved.id(), valid.query().filters(), saved.createdAt(), saved.corrections()));
    }
    LOG.warn("The query of the saved search {} can no longer be parsed", saved.id());
    return Optional.empty();
  }
}
