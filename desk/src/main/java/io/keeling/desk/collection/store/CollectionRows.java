package io.keeling.desk.collection.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What reading and changing collections share. Stateless; threads may share it. */
final class CollectionRows {

  static final String SELECT =
      """
      SELECT c.id, c.name, c.created_at, c.changed_at,
        (SELECT count(*) FROM collection_article a WHERE a.collection_id = c.id) AS articles
      FROM collection c
      """;

  static final String SELECT_ARTICLES =
      """
      SELECT a.id, a.canonical_url AS url, a.title, a.source_name AS outlet,
        a.source_domain AS domain, a.language, a.sorted_at, c.added_at, c.added_by,
        nullif(c.note, '') AS text, c.noted_at AS at, c.noted_by AS by
      FROM collection_article c JOIN article a ON a.id = c.article_id
      WHERE c.collection_id = :id
      """;

  private CollectionRows() {}

  static Optional<Collection> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " WHERE c.id = :id")
        .bind("id", id)
        .mapTo(Collection.class)
        .findOne();
  }
}
