package io.keeling.desk.collection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What reading and changing collections share. */
final class CollectionRows {

  static final String SELECT =
      """
      SELECT c.id, c.name, c.created_at, c.changed_at,
        (SELECT count(*) FROM collection_article a WHERE a.collection_id = c.id) AS articles
      FROM collection c
      """;

  static final String SELECT_ARTICLES =
      """
      SELECT a.id, a.canonical_url, a.title, a.source_name, a.source_domain, a.language, a.sorted_at,
        c.added_at, c.added_by, c.note, c.noted_at, c.noted_by
      FROM collection_article c JOIN article a ON a.id = c.article_id
      WHERE c.collection_id = :id
      """;

  private CollectionRows() {}

  static Optional<Collection> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " WHERE c.id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  static Collection read(ResultSet row) throws SQLException {
    return new Collection(
        row.getString("id"),
        row.getString("name"),
        moment(row, "created_at"),
        moment(row, "changed_at"),
        row.getInt("articles"));
  }

  static Collected collected(ResultSet row) throws SQLException {
    String note = row.getString("note");
    return new Collected(
        new Collected.Headline(
            row.getString("id"),
            row.getString("canonical_url"),
            row.getString("title"),
            row.getString("source_name"),
            row.getString("source_domain"),
            row.getString("language"),
            moment(row, "sorted_at")),
        moment(row, "added_at"),
        row.getString("added_by"),
        note.isEmpty()
            ? null
            : new Collected.Note(note, moment(row, "noted_at"), row.getString("noted_by")));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
