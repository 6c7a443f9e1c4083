package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.text.Excerpt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Articles by when the sink stored them. Threads may share it. */
public final class ArrivalStore {

  /** Most arrivals that one look brings. */
  public static final int MOST = 20_000;

  private static final int SNIPPET_LENGTH = 260;

  /**
   * An article that has come in, or come in again.
   *
   * @param id the article
   * @param revision which of its revisions
   * @param storedAt when its transaction began, so that several share a moment
   */
  public record Arrival(String id, int revision, Instant storedAt) {}

  private final Database database;

  public ArrivalStore(Database database) {
    this.database = database;
  }

  /** The database's clock. */
  public Instant now() {
    return database.read(
        handle -> handle.createQuery("SELECT now()").mapTo(OffsetDateTime.class).one().toInstant());
  }

  /** What was stored after a moment, in order, at most {@link #MOST}. */
  public List<Arrival> since(Instant moment) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, revision, stored_at FROM article WHERE stored_at > :moment"
                        + " ORDER BY stored_at, id LIMIT :most")
                .bind("moment", ArticleSql.time(moment))
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new Arrival(
                            row.getString("id"),
                            row.getInt("revision"),
                            ArticleStore.instant(row, "stored_at")))
                .list());
  }

  /** Those of some articles that filters let through, in the order they were stored. */
  public List<ListedArticle> among(Filters filters, List<String> ids) {
    return select(filters, "a.id = ANY (:ids)", Map.of("ids", ids.toArray(String[]::new)), MOST);
  }

  /**
   * What filters let through of what was stored after an article, in that order.
   *
   * @param most how many at most
   */
  public List<ListedArticle> after(Filters filters, Instant storedAt, String id, int most) {
    return select(
        filters,
        "(a.stored_at, a.id) > (:after_time, :after_id)",
        Map.of("after_time", ArticleSql.time(storedAt), "after_id", id),
        most);
  }

  private List<ListedArticle> select(
      Filters filters, String condition, Map<String, Object> bindings, int most) {
    return database.read(
        handle -> {
          WordQuery words = WordQuery.of(filters, handle);
          if (words.tooCommon()) {
            return new ArrayList<>();
          }
          ArticleSql sql = new ArticleSql(filters, words);
          return handle
              .createQuery(
                  """
                  SELECT a.document, left(a.text, :lead) AS lead, a.sorted_at, a.stored_at, %s
                  FROM article a WHERE %s AND %s ORDER BY a.stored_at, a.id LIMIT :most
                  """
                      .formatted(StoryOutlets.COLUMN, condition, sql.condition()))
              .bindMap(sql.bindings())
              .bindMap(bindings)
              .bind("lead", SNIPPET_LENGTH * 2)
              .bind("most", most)
              .map((row, context) -> listed(row))
              .list();
        });
  }

  private static ListedArticle listed(ResultSet row) throws SQLException {
    EnrichedArticle article =
        StoredDocument.read(row.getString("document"), "", row.getInt("outlets"));
    return new ListedArticle(
        article,
        Excerpt.plain(article.article().title()),
        Excerpt.beginning(row.getString("lead"), SNIPPET_LENGTH),
        ArticleStore.instant(row, "sorted_at"),
        ArticleStore.instant(row, "stored_at"),
        0);
  }
}
