package io.keeling.feeds.match;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Keeps in PostgreSQL which searches an article was found for. The rows decide: what is found
 * again, by this desk or another, is there already. Threads may share it.
 */
final class FoundAlerts {

  /**
   * When a message goes out for what is found now, where none waited before: a digest at the next
   * full hour, at six in the morning (UTC) or on the next Monday at six.
   */
  private static final String DUE =
      """
      UPDATE saved_search SET has_untold = true, due_at = CASE rhythm
          WHEN 'at-once' THEN now()
          WHEN 'hourly' THEN date_trunc('hour', now()) + interval '1 hour'
          WHEN 'daily' THEN (date_trunc('day', now() AT TIME ZONE 'UTC' - interval '6 hours')
              + interval '1 day 6 hours') AT TIME ZONE 'UTC'
          ELSE (date_trunc('week', now() AT TIME ZONE 'UTC' - interval '6 hours')
              + interval '7 days 6 hours') AT TIME ZONE 'UTC'
      END
      WHERE id = ANY (:ids) AND NOT has_untold
      """;

  private final Database database;

  FoundAlerts(Database database) {
    this.database = database;
  }

  /**
   * An article with what it was found for.
   *
   * @param fresh those that may be told of it for the first time
   * @param corrections of all searches, those that want to be told of another wording
   */
  record Found(EnrichedArticle article, Set<String> fresh, Set<String> corrections) {}

  private record Row(String search, Article article, String kind) {

    String wording() {
      return kind.equals("new") ? "" : article.version();
    }
  }

  /** What was told of an article for a search. */
  private static final class Told {
    final Set<String> versions = new HashSet<>();
    Instant fetchedAt = Instant.MIN;

    void add(String version, Instant fetched) {
      versions.add(version);
      fetchedAt = fetched.isAfter(fetchedAt) ? fetched : fetchedAt;
    }
  }

  /** The languages, by their codes, of the last thousand articles. */
  List<String> languages() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT language FROM (
                        SELECT language FROM article ORDER BY stored_at DESC, id DESC LIMIT 1000) latest
                    """)
                .mapTo(String.class)
                .list());
  }

  /** Of some articles, those of which another wording was fetched before. */
  Set<String> corrected(Collection<EnrichedArticle> articles) {
    Map<String, Article> later = new HashMap<>();
    for (EnrichedArticle article : articles) {
      if (article.revision() > 1) {
        later.put(article.article().id(), article.article());
      }
    }
    Set<String> corrected = new HashSet<>();
    if (later.isEmpty()) {
      return corrected;
    }
    database.read(
        handle -> {
          handle
              .createQuery(
                  "SELECT article_id, version, fetched_at FROM article_version WHERE article_id = ANY (:ids)")
              .bind("ids", later.keySet().toArray(String[]::new))
              .map(
                  (row, context) -> {
                    Article article = later.get(row.getString(1));
                    boolean before =
                        article != null
                            && !article.version().equals(row.getString(2))
                            && row.getObject(3, OffsetDateTime.class)
                                .toInstant()
                                .isBefore(article.fetchedAt());
                    return before ? row.getString(1) : "";
                  })
              .forEach(corrected::add);
          return corrected;
        });
    corrected.remove("");
    return corrected;
  }

  /** Writes what was found, in one transaction, and says how many alerts that made. */
  int write(List<Found> batch) {
    return database.change(handle -> write(handle, batch));
  }

  private static int write(Handle handle, List<Found> batch) {
    Map<String, Map<String, Told>> told = told(handle, batch);
    Set<String> ids = new HashSet<>();
    for (Found found : batch) {
      ids.addAll(found.fresh());
      ids.addAll(told.getOrDefault(found.article().article().id(), Map.of()).keySet());
    }
    if (ids.isEmpty()) {
      return 0;
    }
    Set<String> there = lock(handle, ids);
    List<Row> rows = new ArrayList<>();
    for (Found found : batch) {
      rows.addAll(
          rows(
              found,
              there,
              told.computeIfAbsent(found.article().article().id(), id -> new HashMap<>())));
    }
    return rows.isEmpty() ? 0 : insert(handle, rows);
  }

  private static Map<String, Map<String, Told>> told(Handle handle, List<Found> batch) {
    Map<String, Map<String, Told>> told = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT article_id, search_id, version, fetched_at FROM search_alert
            WHERE article_id = ANY (:ids)
            """)
        .bind("ids", batch.stream().map(f -> f.article().article().id()).toArray(String[]::new))
        .map(
            (row, context) -> {
              told.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                  .computeIfAbsent(row.getString(2), id -> new Told())
                  .add(row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant());
              return row.getString(1);
            })
        .list();
    return told;
  }

  /** Those that are still there, which stay until the transaction ends. */
  private static Set<String> lock(Handle handle, Set<String> ids) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT id FROM saved_search WHERE id = ANY (:ids) AND channel <> 'none'
                FOR KEY SHARE
                """)
            .bind("ids", ids.toArray(String[]::new))
            .mapTo(String.class)
            .list());
  }

  private static List<Row> rows(Found found, Set<String> there, Map<String, Told> told) {
    Article article = found.article().article();
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Told> before : told.entrySet()) {
      boolean correction =
          there.contains(before.getKey())
              && found.corrections().contains(before.getKey())
              && article.fetchedAt().isAfter(before.getValue().fetchedAt)
              && !before.getValue().versions.contains(article.version());
      if (correction) {
        rows.add(new Row(before.getKey(), article, "corrected"));
        before.getValue().add(article.version(), article.fetchedAt());
      }
    }
    for (String search : found.fresh()) {
      if (there.contains(search) && !told.containsKey(search)) {
        rows.add(new Row(search, article, "new"));
        Told now = new Told();
        now.add(article.version(), article.fetchedAt());
        told.put(search, now);
      }
    }
    return rows;
  }

  /** All of them by one statement: each would be planned anew. */
  private static int insert(Handle handle, List<Row> rows) {
    int made =
        handle
            .createUpdate(
                """
                INSERT INTO search_alert (search_id, article_id, kind, wording, version, fetched_at)
                SELECT search, article, kind, wording, version, CAST(fetched AS timestamptz)
                FROM unnest(:searches, :articles, :kinds, :wordings, :versions, :fetched)
                    AS found (search, article, kind, wording, version, fetched)
                ON CONFLICT DO NOTHING
                """)
            .bind("searches", column(rows, Row::search))
            .bind("articles", column(rows, row -> row.article().id()))
            .bind("kinds", column(rows, Row::kind))
            .bind("wordings", column(rows, Row::wording))
            .bind("versions", column(rows, row -> row.article().version()))
            .bind("fetched", column(rows, row -> row.article().fetchedAt().toString()))
            .execute();
    String[] ids = rows.stream().map(Row::search).distinct().toArray(String[]::new);
    // Who makes messages looks at what is committed, and says then that nothing waits: not while
    // this is. Held for no longer than that takes, in one order for all.
    handle
        .createQuery(
            "SELECT id FROM saved_search WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
        .bind("ids", ids)
        .mapTo(String.class)
        .list();
    handle.createUpdate(DUE).bind("ids", ids).execute();
    return made;
  }

  private static String[] column(List<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
