package io.keeling.desk.match;

import io.keeling.desk.saved.QueryText;
import io.keeling.desk.store.Database;
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
 * The searches whose followers are told, as they were read last. For one thread.
 *
 * <p>A search is never changed, so how many there are and when the last was saved tells whether
 * they are others; whoever saves one waits for the one before him, so that none comes later with an
 * earlier time.
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

  /** They, by id. */
  Map<String, WatchedSearch> searches() {
    return searches;
  }

  /** Looks for searches from now on. */
  interface Watch {

    /**
     * @param filters what they find, by id
     */
    void watch(Map<String, Filters> filters) throws IOException;
  }

  /**
   * Reads them where there are others now. Where they cannot be looked for, it is as if they had
   * not been read: the next time hands them on again.
   *
   * @throws IOException of the watch
   */
  void refresh(Watch watch) throws IOException {
    Mark now =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*), coalesce(max(created_at)::text, '') AS last
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

  /** Nothing where the query is not understood any more. */
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
    LOG.warn("The saved search {} is not understood any more", saved.id());
    return Optional.empty();
  }
}
