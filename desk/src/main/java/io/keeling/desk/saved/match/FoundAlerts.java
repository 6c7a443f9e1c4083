package io.keeling.desk.saved.match;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes alerts to PostgreSQL: which articles match which saved searches. An alert that exists is
 * not written again, whichever desk finds it. Threads may share it.
 */
final class FoundAlerts {

  /**
   * Sets when the next message of a channel is due, if no message is waiting already. It is due at
   * once, on the next full hour, at the next 06:00 (UTC) or on the next Monday at 06:00.
   */
  private static final String DUE =
      """
      UPDATE search_channel c SET has_untold = true, due_at = CASE rhythm
          WHEN 'at-once' THEN now()
          WHEN 'hourly' THEN date_trunc('hour', now()) + interval '1 hour'
          WHEN 'daily' THEN (date_trunc('day', now() AT TIME ZONE 'UTC' - interval '6 hours')
              + interval '1 day 6 hours') AT TIME ZONE 'UTC'
          ELSE (date_trunc('week', now() AT TIME ZONE 'UTC' - interval '6 hours')
              + interval '7 days 6 hours') AT TIME ZONE 'UTC'
      END
      FROM (SELECT DISTINCT * FROM unnest(:searches, :places) AS found (search, place)) found
      WHERE c.search_id = found.search AND c.place = found.place AND NOT has_untold
      """;

  /**
   * Largest difference between the clocks of ingest and database that is allowed for: clocks set by
   * NTP differ by far less.
   */
  static final Duration CLOCKS = Duration.ofMinutes(1);

  private final Database database;

  FoundAlerts(Database database) {
    this.database = database;
  }

  /**
   * An article with the searches it matches.
   *
   * @param fresh matching searches, which report the article unless they did before
   * @param corrections searches that also report corrections
   */
  record Found(EnrichedArticle article, Set<String> fresh, Set<String> corrections) {}

  private record Follower(String search, int place) {}

  private record Row(Follower follower, Article article, String kind) {

    String wording() {
      return kind.equals("new") ? "" : article.version();
    }
  }

  /** The versions of an article that a channel has reported. */
  private static final class Told {
    final Set<String> versions = new HashSet<>();
    Instant fetchedAt = Instant.MIN;

    void add(String version, Instant fetched) {
      versions.add(version);
      fetchedAt = fetched.isAfter(fetchedAt) ? fetched : fetchedAt;
    }
  }

  /** The languages of the last thousand articles. */
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

  /** The ids of those articles of which an earlier version was stored. */
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

  /** Writes matches in one transaction, and returns the number of alerts made. */
  int write(List<Found> batch) {
    return database.change(handle -> write(handle, batch));
  }

  private static int write(Handle handle, List<Found> batch) {
    Map<String, Map<Follower, Told>> told = told(handle, batch);
    Set<String> ids = new HashSet<>();
    for (Found found : batch) {
      ids.addAll(found.fresh());
      told.getOrDefault(found.article().article().id(), Map.of())
          .keySet()
          .forEach(follower -> ids.add(follower.search()));
    }
    if (ids.isEmpty()) {
      return 0;
    }
    Map<String, Map<Follower, Instant>> there = lock(handle, ids);
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

  private static Map<String, Map<Follower, Told>> told(Handle handle, List<Found> batch) {
    Map<String, Map<Follower, Told>> told = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT article_id, search_id, place, version, fetched_at FROM search_alert
            WHERE article_id = ANY (:ids)
            """)
        .bind("ids", batch.stream().map(f -> f.article().article().id()).toArray(String[]::new))
        .map(
            (row, context) -> {
              told.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                  .computeIfAbsent(
                      new Follower(row.getString(2), row.getInt(3)), unseen -> new Told())
                  .add(row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant());
              return row.getString(1);
            })
        .list();
    return told;
  }

  /**
   * Locks these searches until the transaction ends and returns their channels that are switched
   * on, with the time since when.
   */
  private static Map<String, Map<Follower, Instant>> lock(Handle handle, Set<String> ids) {
    Map<String, Map<Follower, Instant>> there = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT c.search_id, c.place, greatest(c.since, s.created_at)
            FROM saved_search s JOIN search_channel c ON c.search_id = s.id
            WHERE s.id = ANY (:ids) AND c.off_at IS NULL FOR KEY SHARE OF s
            """)
        .bind("ids", ids.toArray(String[]::new))
        .map(
            (row, context) ->
                there
                    .computeIfAbsent(row.getString(1), search -> new HashMap<>())
                    .put(
                        new Follower(row.getString(1), row.getInt(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
        .list();
    return there;
  }

  private static List<Row> rows(
      Found found, Map<String, Map<Follower, Instant>> there, Map<Follower, Told> told) {
    Article article = found.article().article();
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Follower, Told> before : told.entrySet()) {
      Follower follower = before.getKey();
      boolean correction =
          there.getOrDefault(follower.search(), Map.of()).containsKey(follower)
              && found.corrections().contains(follower.search())
              && article.fetchedAt().isAfter(before.getValue().fetchedAt)
              && !before.getValue().versions.contains(article.version());
      if (correction) {
        rows.add(new Row(follower, article, "corrected"));
        before.getValue().add(article.version(), article.fetchedAt());
      }
    }
    for (String search : found.fresh()) {
      there
          .getOrDefault(search, Map.of())
          .forEach(
              (follower, since) -> {
                if (!told.containsKey(follower)
                    && !article.fetchedAt().isBefore(since.minus(CLOCKS))) {
                  rows.add(new Row(follower, article, "new"));
                  Told now = new Told();
                  now.add(article.version(), article.fetchedAt());
                  told.put(follower, now);
                }
              });
    }
    return rows;
  }

  /** Inserts all rows by one statement, as PostgreSQL plans every statement anew. */
  private static int insert(Handle handle, List<Row> rows) {
    String[] searches = column(rows, row -> row.follower().search());
    Integer[] places = rows.stream().map(row -> row.follower().place()).toArray(Integer[]::new);
    int made =
        handle
            .createUpdate(
                """
                INSERT INTO search_alert
                    (search_id, place, article_id, kind, wording, version, fetched_at)
                SELECT search, place, article, kind, wording, version, CAST(fetched AS timestamptz)
                FROM unnest(:searches, :places, :articles, :kinds, :wordings, :versions, :fetched)
                    AS found (search, place, article, kind, wording, version, fetched)
                ON CONFLICT DO NOTHING
                """)
            .bind("searches", searches)
            .bind("places", places)
            .bind("articles", column(rows, row -> row.article().id()))
            .bind("kinds", column(rows, Row::kind))
            .bind("wordings", column(rows, Row::wording))
            .bind("versions", column(rows, row -> row.article().version()))
            .bind("fetched", column(rows, row -> row.article().fetchedAt().toString()))
            .execute();
    // The planner reads committed rows and then marks channels as done; this lock keeps it from
    // doing so meanwhile. It is held briefly, and every desk takes it in the same order.
    handle
        .createQuery(
            """
            SELECT search_id FROM search_channel WHERE search_id = ANY (:ids)
            ORDER BY search_id, place FOR NO KEY UPDATE
            """)
        .bind("ids", Arrays.stream(searches).distinct().toArray(String[]::new))
        .mapTo(String.class)
        .list();
    handle.createUpdate(DUE).bind("searches", searches).bind("places", places).execute();
    return made;
  }

  private static String[] column(List<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
