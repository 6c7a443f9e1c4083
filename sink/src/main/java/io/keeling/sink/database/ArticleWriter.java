package io.keeling.sink.database;

import io.keeling.sink.batch.WritePlan;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the articles of a batch within the caller's transaction: the version fetched last, in its
 * highest revision, becomes the current state; other rows are stored as versions only. So an
 * article whose versions are all tagged again, oldest first, never shows an older version in
 * between.
 */
public final class ArticleWriter {

  private static final String STORE_VERSIONS =
      """
      INSERT INTO article_version (article_id, version, revision, fetched_at, document)
      SELECT id, version, revision, fetched_at, document FROM staged_article WHERE kept
      ON CONFLICT (article_id, version) DO UPDATE SET
          revision = excluded.revision, fetched_at = excluded.fetched_at,
          document = excluded.document, stored_at = excluded.stored_at
      WHERE excluded.revision > article_version.revision\
      """;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "revision",
          "version",
          "url",
          "canonical_url",
          "source_id",
          "source_name",
          "source_domain",
          "title",
          "subtitle",
          "authors",
          "published",
          "modified",
          "published_at",
          "fetched_at",
          "language",
          "section",
          "keywords",
          "image",
          "free",
          "climate_grade",
          "climate_score",
          "story_id",
          "trace");

  /**
   * Stores the current state. An article without a date is sorted by its first fetch, which is read
   * from its stored versions.
   */
  private static final String STORE_CURRENT =
      """
      INSERT INTO article (sorted_at, %1$s, text, document)
      SELECT coalesce(published_before, (
              SELECT min(v.fetched_at) FROM article_version v WHERE v.article_id = s.id), fetched_at),
          %1$s, document ->> 'text', document - 'text' FROM staged_article s WHERE current
      ON CONFLICT (id) DO UPDATE SET
          sorted_at = excluded.sorted_at, %2$s, text = excluded.text, document = excluded.document, stored_at = excluded.stored_at
      WHERE (excluded.fetched_at, excluded.revision) > (article.fetched_at, article.revision)
      RETURNING id, xmax = 0 AS is_new\
      """
          .formatted(
              String.join(", ", COLUMNS),
              String.join(
                  ", ", COLUMNS.stream().map(column -> column + " = excluded." + column).toList()));

  private static final String REMOVE_TAGS =
      """
      WITH gone (id) AS (SELECT unnest(?)),
          names AS (DELETE FROM article_name USING gone WHERE article_id = gone.id),
          countries AS (DELETE FROM article_country USING gone WHERE article_id = gone.id)
      DELETE FROM article_topic USING gone WHERE article_id = gone.id\
      """;

  /** Locks collections against changes, so that no collection can add a removed article. */
  private static final String LOCK_COLLECTIONS =
      "LOCK TABLE collection_article IN SHARE ROW EXCLUSIVE MODE";

  private static final String REMOVE_ARTICLES =
      """
      WITH gone (id) AS (SELECT unnest(?)),
          collected AS (DELETE FROM collection_article USING gone WHERE article_id = gone.id),
          versions AS (DELETE FROM article_version USING gone WHERE article_id = gone.id)
      DELETE FROM article USING gone WHERE article.id = gone.id\
      """;

  /** Stores tags. The contract ensures that names, countries and topics have a text or id. */
  private static final String STORE_TAGS =
      """
      WITH stored AS (
              SELECT id, document FROM staged_article WHERE current AND id = ANY (?)),
          names AS (
              INSERT INTO article_name (
                  article_id, position, text, label, type, salience, mentions, wikidata, country, lat, lon)
              SELECT id, position - 1, name ->> 'text', name ->> 'label', name ->> 'type',
                  coalesce((name ->> 'salience')::real, 0),
                  coalesce(jsonb_array_length(nullif(name -> 'mentions', 'null')), 0),
                  name ->> 'wikidata', name ->> 'country',
                  (name ->> 'lat')::double precision, (name ->> 'lon')::double precision
              FROM stored, jsonb_array_elements(nullif(document -> 'names', 'null'))
                  WITH ORDINALITY AS element (name, position)),
          countries AS (
              INSERT INTO article_country (article_id, code, weight)
              SELECT id, country ->> 'code', max(coalesce((country ->> 'weight')::real, 0))
              FROM stored, jsonb_array_elements(nullif(document -> 'countries', 'null')) AS country
              GROUP BY 1, 2)
      INSERT INTO article_topic (article_id, topic_id, grade, score)
      SELECT id, topic ->> 'id', min(coalesce(topic ->> 'grade', 'main')),
          max(coalesce((topic ->> 'score')::real, 0))
      FROM stored, jsonb_array_elements(nullif(document -> 'topics', 'null')) AS topic
      GROUP BY 1, 2\
      """;

  private ArticleWriter() {}

  /**
   * Writes a plan; the caller commits.
   *
   * @param connection within a transaction, after {@link Staging#create}
   * @return how many articles have a new current state
   * @throws SQLException if the database refuses the plan; the caller then rolls back
   */
  static int write(Connection connection, WritePlan plan) throws SQLException {
    if (!plan.removed().isEmpty()) {
      execute(connection, LOCK_COLLECTIONS);
      update(connection, REMOVE_TAGS, plan.removed());
      update(connection, REMOVE_ARTICLES, plan.removed());
    }
    if (plan.rows().isEmpty()) {
      return 0;
    }
    Staging.fill(connection, plan.rows());
    execute(connection, STORE_VERSIONS);
    return storeCurrent(connection);
  }

  private static int storeCurrent(Connection connection) throws SQLException {
    List<String> stored = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STORE_CURRENT);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        stored.add(rows.getString(1));
        if (!rows.getBoolean(2)) {
          replaced.add(rows.getString(1));
        }
      }
    }
    if (!replaced.isEmpty()) {
      update(connection, REMOVE_TAGS, replaced);
    }
    if (!stored.isEmpty()) {
      update(connection, STORE_TAGS, stored);
    }
    return stored.size();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private static void update(Connection connection, String sql, Collection<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array(connection, ids));
      statement.executeUpdate();
    }
  }

  private static Array array(Connection connection, Collection<String> ids) throws SQLException {
    return connection.createArrayOf("text", ids.toArray());
  }
}
