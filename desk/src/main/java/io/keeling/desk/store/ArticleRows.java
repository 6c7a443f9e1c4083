package io.keeling.desk.store;

import io.keeling.contract.enriched.EnrichedArticle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads articles by their ids. Threads may share it. */
final class ArticleRows {

  private final Database database;

  ArticleRows(Database database) {
    this.database = database;
  }

  /**
   * An article as it is stored.
   *
   * @param article with its tags, and with no text
   * @param text as much of it as was asked for
   * @param storedAt when the sink stored it
   */
  record Row(EnrichedArticle article, String text, Instant storedAt) {}

  /**
   * Those of some articles that are stored, by id.
   *
   * @param characters how much of each text is wanted
   */
  Map<String, Row> find(Collection<String> ids, int characters) {
    Map<String, Row> rows = new HashMap<>();
    if (ids.isEmpty()) {
      return rows;
    }
    database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  SELECT a.document, left(a.text, :characters) AS text, a.stored_at, %s
                  FROM article a WHERE a.id = ANY (:ids)
                  """
                      .formatted(StoryOutlets.COLUMN))
              .bind("ids", ids.toArray(String[]::new))
              .bind("characters", characters)
              .map((row, context) -> row(row))
              .forEach(row -> rows.put(row.article().article().id(), row));
          return rows;
        });
    return rows;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        StoredDocument.read(row.getString("document"), "", row.getInt("outlets")),
        row.getString("text"),
        instant(row, "stored_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
