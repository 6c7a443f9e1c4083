package io.keeling.desk.collections;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.database.Database;
import io.keeling.desk.database.RandomIds;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Changes collections, each change with an entry in the audit log. Threads may share it. Every
 * method throws {@link JdbiException} if the database does not answer, and {@link FailureException}
 * if the change is not possible.
 */
public final class CollectionChanges {

  private static final Failure NAME_TAKEN = Failure.of(409, "collection-named");

  /**
   * A changed collection.
   *
   * @param made whether a collection or entry was created
   */
  record Changed(Collection collection, boolean made) {}

  private final Database database;

  public CollectionChanges(Database database) {
    this.database = database;
  }

  public Changed make(String name, Account by) {
    return database.change(handle -> make(handle, name, by));
  }

  private Changed make(Handle handle, String name, Account by) {
    // Locked so that concurrent changes do not exceed the limit.
    handle.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
    int there = handle.createQuery("SELECT count(*) FROM collection").mapTo(Integer.class).one();
    if (there >= Collections.MOST) {
      throw Failure.of(409, "collections-full").exception();
    }
    return handle
        .createQuery(
            """
            INSERT INTO collection (id, name) VALUES (:id, :name)
            ON CONFLICT (name) DO NOTHING RETURNING id, name, created_at, changed_at, 0 AS articles
            """)
        .bind("id", RandomIds.make())
        .bind("name", name)
        .mapTo(Collection.class)
        .findOne()
        .map(
            made -> {
              AuditLog.add(handle, by, "collection.make", name);
              return new Changed(made, true);
            })
        .orElseThrow(NAME_TAKEN::exception);
  }

  public Changed rename(String id, String name, Account by) {
    return database.change(
        handle -> {
          handle.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
          Collection before =
              Collections.find(handle, id).orElseThrow(Collections.UNKNOWN::exception);
          Optional<String> named = byName(handle, name);
          if (named.isPresent() && !named.get().equals(id)) {
            throw NAME_TAKEN.exception();
          }
          handle.execute("UPDATE collection SET name = ? WHERE id = ?", name, id);
          AuditLog.add(handle, by, "collection.rename", before.name() + ", to " + name);
          return done(handle, id, false);
        });
  }

  /** Deletes a collection with its notes. */
  public void delete(String id, Account by) {
    database.change(
        handle -> {
          String name =
              handle
                  .createQuery("DELETE FROM collection WHERE id = :id RETURNING name")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(Collections.UNKNOWN::exception);
          AuditLog.add(handle, by, "collection.delete", name);
          return null;
        });
  }

  /**
   * Adds an article, or changes its note.
   *
   * @param note the whole note; empty to delete it, null to keep it
   */
  public Changed put(String id, String article, @Nullable String note, Account by) {
    return database.change(handle -> put(handle, id, article, note, by));
  }

  /** Adds an article to the collection with this name, and creates the collection if needed. */
  public Changed putInto(String name, String article, @Nullable String note, Account by) {
    return database.change(
        handle -> {
          requireStored(handle, article);
          Optional<String> there = byName(handle, name);
          if (there.isEmpty()) {
            handle.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
            // Looks again, since the collection may have been created before the lock was held.
            there = byName(handle, name);
          }
          String id = there.orElseGet(() -> make(handle, name, by).collection().id());
          return put(handle, id, article, note, by);
        });
  }

  private static Changed put(
      Handle handle, String id, String article, @Nullable String note, Account by) {
    String name = lock(handle, id);
    // Locked against takedowns, so that a takedown at the same time cannot miss the new entry.
    handle.execute("LOCK TABLE collection_article IN ROW EXCLUSIVE MODE");
    requireStored(handle, article);
    boolean added = add(handle, id, article, by);
    if (!added && !isIn(handle, id, article)) {
      throw Failure.of(409, "collection-full").exception();
    }
    if (added) {
      AuditLog.add(handle, by, "collection.put", name + ", " + article);
    }
    if (note != null && write(handle, id, article, note, by)) {
      AuditLog.add(handle, by, "collection.note", name + ", " + article);
    }
    return done(handle, id, added);
  }

  /**
   * Locks a collection for a change. Every change locks tables before rows, and collections before
   * their articles, to avoid deadlocks.
   *
   * @return its name
   */
  private static String lock(Handle handle, String id) {
    handle.execute("LOCK TABLE collection IN ROW EXCLUSIVE MODE");
    return handle
        .createQuery("SELECT name FROM collection WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(Collections.UNKNOWN::exception);
  }

  private static boolean add(Handle handle, String id, String article, Account by) {
    return handle
            .createUpdate(
                """
                INSERT INTO collection_article (collection_id, article_id, added_at, added_by)
                SELECT :id, :article, clock_timestamp(), :by
                WHERE (SELECT count(*) FROM collection_article WHERE collection_id = :id) < :most
                ON CONFLICT DO NOTHING
                """)
            .bind("most", Collections.MOST_ARTICLES)
            .bind("id", id)
            .bind("article", article)
            .bind("by", by.name())
            .execute()
        > 0;
  }

  private static boolean write(Handle handle, String id, String article, String note, Account by) {
    return handle
            .createUpdate(
                """
                UPDATE collection_article
                SET note = :note, noted_at = clock_timestamp(), noted_by = :by
                WHERE collection_id = :id AND article_id = :article AND note <> :note
                """)
            .bind("note", note)
            .bind("by", by.name())
            .bind("id", id)
            .bind("article", article)
            .execute()
        > 0;
  }

  /** Removes an article with its note. */
  public Changed takeOut(String id, String article, Account by) {
    return database.change(
        handle -> {
          String name = lock(handle, id);
          int out =
              handle.execute(
                  "DELETE FROM collection_article WHERE collection_id = ? AND article_id = ?",
                  id,
                  article);
          if (out == 0) {
            throw Failure.ARTICLE_UNKNOWN.exception();
          }
          AuditLog.add(handle, by, "collection.take-out", name + ", " + article);
          return done(handle, id, false);
        });
  }

  private static Changed done(Handle handle, String id, boolean made) {
    handle.execute("UPDATE collection SET changed_at = clock_timestamp() WHERE id = ?", id);
    return new Changed(Collections.find(handle, id).orElseThrow(), made);
  }

  private static Optional<String> byName(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM collection WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  private static void requireStored(Handle handle, String article) {
    boolean stored =
        handle
            .createQuery("SELECT EXISTS (SELECT FROM article WHERE id = :id)")
            .bind("id", article)
            .mapTo(Boolean.class)
            .one();
    if (!stored) {
      throw Failure.ARTICLE_UNKNOWN.exception();
    }
  }

  private static boolean isIn(Handle handle, String id, String article) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM collection_article
              WHERE collection_id = :id AND article_id = :article)
            """)
        .bind("id", id)
        .bind("article", article)
        .mapTo(Boolean.class)
        .one();
  }
}
