package io.keeling.desk.collections;

import io.keeling.desk.database.Database;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import io.keeling.desk.web.NamePage;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads collections from PostgreSQL. Threads may share it. Every method throws {@link
 * JdbiException} if the database does not answer.
 */
public final class Collections {

  /**
   * Maximum number of collections: several times what a newsroom has. The list of all of them has
   * ten pages.
   */
  public static final int MOST = 1_000;

  /**
   * Maximum number of articles in a collection. Nobody reads through more; a saved search serves
   * better.
   */
  public static final int MOST_ARTICLES = 1_000;

  /** Number of collections on a page, which stays below 100 kB. */
  private static final int MOST_LISTED = 100;

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

  static final Failure UNKNOWN = Failure.of(404, "collection-unknown");

  private final Database database;

  public Collections(Database database) {
    this.database = database;
  }

  /**
   * Finds a collection by its id.
   *
   * @throws FailureException if there is none
   */
  public Collection find(String id) {
    return database.read(handle -> find(handle, id)).orElseThrow(UNKNOWN::exception);
  }

  /** A collection by its id, within a transaction. */
  static Optional<Collection> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " WHERE c.id = :id")
        .bind("id", id)
        .mapTo(Collection.class)
        .findOne();
  }

  /**
   * A page of collections, ordered by name.
   *
   * @param after the name after which the page begins, empty for the first page
   */
  public NamePage<Collection> list(String after) {
    List<Collection> found =
        database.read(
            handle ->
                handle
                    .createQuery(SELECT + " WHERE c.name > :after ORDER BY c.name LIMIT :most")
                    .bind("after", after)
                    .bind("most", MOST_LISTED + 1)
                    .mapTo(Collection.class)
                    .list());
    return NamePage.of(found, MOST_LISTED, Collection::name);
  }

  /** Collections of an article, most recently changed first. */
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

  /** Collections, most recently changed first. */
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
   * Articles of a collection, most recently added first. Articles that are not stored at the
   * moment, such as during a rebuild of the database, are left out.
   *
   * @param from number of articles to skip
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

  /** An article in a collection; empty if it is not in the collection. */
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
