package io.keeling.desk.articles.store;

import io.keeling.desk.database.Database;
import io.keeling.search.IndexAwayException;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Filters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Articles in the order in which the sink stored them. Threads may share it. */
public final class ArrivalStore {

  /** Maximum number of arrivals read at once. */
  public static final int MOST = 20_000;

  /** Number of arrivals matched with filters at a time. */
  private static final int CHUNK = 2_000;

  /**
   * An article that was stored or updated.
   *
   * @param revision the revision stored
   * @param storedAt when the transaction began that stored it; all articles of a transaction have
   *     the same time
   */
  public record Arrival(String id, int revision, Instant storedAt) {}

  private final Database database;
  private final SearchIndex index;
  private final ArticleRows rows;

  public ArrivalStore(Database database, SearchIndex index) {
    this.database = database;
    this.index = index;
    this.rows = new ArticleRows(database);
  }

  public Instant now() {
    return database.read(handle -> handle.createQuery("SELECT now()").mapTo(Instant.class).one());
  }

  /** Arrivals stored after a moment, in order, at most {@link #MOST}. */
  public List<Arrival> since(Instant moment) {
    return arrivals("stored_at > :moment", Map.of(), moment, MOST);
  }

  private List<Arrival> after(Instant moment, String id, int most) {
    return arrivals("(stored_at, id) > (:moment, :id)", Map.of("id", id), moment, most);
  }

  private List<Arrival> arrivals(
      String condition, Map<String, Object> bindings, Instant moment, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, revision, stored_at FROM article WHERE %s ORDER BY stored_at, id LIMIT :most"
                        .formatted(condition))
                .bindMap(bindings)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(Arrival.class)
                .list());
  }

  /** Returns the arrivals that are already indexed. Others cannot be matched with filters yet. */
  public List<Arrival> indexed(List<Arrival> arrivals) {
    try {
      Map<String, Integer> revisions = index.revisions(arrivals.stream().map(Arrival::id).toList());
      return arrivals.stream()
          .filter(arrival -> revisions.getOrDefault(arrival.id(), 0) >= arrival.revision())
          .toList();
    } catch (IndexAwayException e) {
      return List.of();
    }
  }

  /** Returns the articles that match the filters, in the order of their ids. */
  public List<ListedArticle> among(Filters filters, List<String> ids) {
    Set<String> wanted = new HashSet<>(index.among(filters, ids));
    return new ListedArticles(rows, index, filters)
        .ofIds(ids.stream().filter(wanted::contains).toList());
  }

  /**
   * Filtered articles stored after an article, in order.
   *
   * @param most maximum number of articles
   */
  public List<ListedArticle> after(Filters filters, Instant storedAt, String id, int most) {
    List<ListedArticle> found = new ArrayList<>();
    List<Arrival> chunk = after(storedAt, id, CHUNK);
    while (!chunk.isEmpty() && found.size() < most) {
      found.addAll(among(filters, chunk.stream().map(Arrival::id).toList()));
      Arrival last = chunk.get(chunk.size() - 1);
      chunk = after(last.storedAt(), last.id(), CHUNK);
    }
    return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
  }
}
