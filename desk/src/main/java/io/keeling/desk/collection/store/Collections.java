package io.keeling.desk.collection.store;

import io.keeling.desk.store.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads the collections, which are in PostgreSQL for all desks. Threads may share it. Every method
 * throws {@link JdbiException} where the database does not answer.
 */
public final class Collections {

  /** Chosen: a newsroom has some hundred; all names are some pages of a list. */
  public static final int MOST = 1_000;

  /** Chosen: more is no longer read through, and a saved search finds it better. */
  public static final int MOST_ARTICLES = 1_000;

  /** Those of one page, so that it stays below 100 kB. */
  public static final int MOST_LISTED = 100;

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

  private final Database database;

  public Collections(Database database) {
    this.database = database;
  }

  /** One by its id. */
  public Optional<Collection> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  /** One by its id, within a change. */
  static Optional<Collection> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " WHERE c.id = :id")
        .bind("id", id)
        .mapTo(Collection.class)
        .findOne();
  }

  /**
   * Those that follow a name, by name: at most one more than {@link #MOST_LISTED}, which says that
   * there are more.
   *
   * @param after empty to begin at the first
   */
  public List<Collection> list(String after) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " WHERE c.name > :after ORDER BY c.name LIMIT :most")
                .bind("after", after)
                .bind("most", MOST_LISTED + 1)
                .mapTo(Collection.class)
                .list());
  }

  /** Those that an article is in, the one changed last first. */
  public List<Collection> of(String article, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                         WHERE c.id IN
                          (SELECT collection_id FROM collection_article WHERE article_id = :article)
                        ORDER BY c.changed_at DESC, c.id LIMIT :most
                        """)
                .bind("article", article)
                .bind("most", most)
                .mapTo(Collection.class)
                .list());
  }

  /** Those that were changed last. */
  public List<Collection> latest(int most) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY c.changed_at DESC, c.id LIMIT :most")
                .bind("most", most)
                .mapTo(Collection.class)
                .list());
  }

  /**
   * The articles of a collection, the one put in last first; those that are not stored at the
   * moment, as while the database is built anew, are left out.
   *
   * @param from how many to leave out
   */
  public List<Collected> articles(String id, int from, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT_ARTICLES
                        + " ORDER BY c.added_at DESC, c.article_id OFFSET :from LIMIT :most")
                .bind("id", id)
                .bind("from", from)
                .bind("most", most)
                .mapTo(Collected.class)
                .list());
  }

  /** An article of a collection; nothing where it is not in it. */
  public Optional<Collected> article(String id, String article) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT_ARTICLES + " AND c.article_id = :article")
                .bind("id", id)
                .bind("article", article)
                .mapTo(Collected.class)
                .findOne());
  }
}
