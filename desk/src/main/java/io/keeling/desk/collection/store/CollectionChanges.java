package io.keeling.desk.collection.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.store.AuditLog;
import io.keeling.desk.store.Database;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Changes collections, each change with its line on record. Threads may share it. Every method
 * throws {@link JdbiException} where the database does not answer.
 */
public final class CollectionChanges {

  /** Nobody guesses one. */
  private static final int ID_BYTES = 12;

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  public CollectionChanges(Database database) {
    this.database = database;
  }

  /** Makes an empty one. */
  public ChangeOutcome make(String name, Account by) {
    return database.change(handle -> make(handle, name, by));
  }

  private ChangeOutcome make(Handle handle, String name, Account by) {
    // One after the other, so that there are never more than may be.
    handle.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
    int there = handle.createQuery("SELECT count(*) FROM collection").mapTo(Integer.class).one();
    if (there >= Collections.MOST) {
      return new ChangeOutcome.TooMany();
    }
    return handle
        .createQuery(
            """
            INSERT INTO collection (id, name) VALUES (:id, :name)
            ON CONFLICT (name) DO NOTHING RETURNING id, name, created_at, changed_at, 0 AS articles
            """)
        .bind("id", newId())
        .bind("name", name)
        .mapTo(Collection.class)
        .findOne()
        .<ChangeOutcome>map(
            made -> {
              AuditLog.add(handle, by, "collection.make", name);
              return new ChangeOutcome.Done(made, true);
            })
        .orElseGet(ChangeOutcome.NameTaken::new);
  }

  /** Gives one another name. */
  public ChangeOutcome rename(String id, String name, Account by) {
    return database.change(
        handle -> {
          handle.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
          Optional<Collection> before = Collections.find(handle, id);
          if (before.isEmpty()) {
            return new ChangeOutcome.Unknown();
          }
          Optional<String> named = byName(handle, name);
          if (named.isPresent() && !named.get().equals(id)) {
            return new ChangeOutcome.NameTaken();
          }
          handle.execute("UPDATE collection SET name = ? WHERE id = ?", name, id);
          AuditLog.add(handle, by, "collection.rename", before.get().name() + ", to " + name);
          return done(handle, id, false);
        });
  }

  /** Deletes one with all its notes, and says whether there was one. */
  public boolean delete(String id, Account by) {
    return database.change(
        handle -> {
          Optional<String> deleted =
              handle
                  .createQuery("DELETE FROM collection WHERE id = :id RETURNING name")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne();
          deleted.ifPresent(name -> AuditLog.add(handle, by, "collection.delete", name));
          return deleted.isPresent();
        });
  }

  /**
   * Puts an article in, or another note on one that is in it.
   *
   * @param note the whole note, empty for none; nothing to leave it as it is
   */
  public ChangeOutcome put(String id, String article, @Nullable String note, Account by) {
    return database.change(handle -> put(handle, id, article, note, by));
  }

  /** The same for the collection of a name, which is made where there is none. */
  public ChangeOutcome putInto(String name, String article, @Nullable String note, Account by) {
    return database.change(
        handle -> {
          if (!exists(handle, article)) {
            return new ChangeOutcome.NoArticle();
          }
          Optional<String> id = byName(handle, name);
          if (id.isEmpty()) {
            ChangeOutcome made = make(handle, name, by);
            if (made instanceof ChangeOutcome.TooMany) {
              return made;
            }
            // Somebody else may have made it in between.
            id = byName(handle, name);
          }
          return put(handle, id.orElseThrow(), article, note, by);
        });
  }

  private static ChangeOutcome put(
      Handle handle, String id, String article, @Nullable String note, Account by) {
    Optional<String> name = lock(handle, id);
    if (name.isEmpty()) {
      return new ChangeOutcome.Unknown();
    }
    // None while the sink takes articles down: so what is there stays, or is taken out again.
    handle.execute("LOCK TABLE collection_article IN ROW EXCLUSIVE MODE");
    if (!exists(handle, article)) {
      return new ChangeOutcome.NoArticle();
    }
    boolean added = add(handle, id, article, by);
    if (!added && !isIn(handle, id, article)) {
      return new ChangeOutcome.Full();
    }
    if (added) {
      AuditLog.add(handle, by, "collection.put", name.get() + ", " + article);
    }
    if (note != null && write(handle, id, article, note, by)) {
      AuditLog.add(handle, by, "collection.note", name.get() + ", " + article);
    }
    return done(handle, id, added);
  }

  /**
   * Has others who change a collection wait. Tables come before rows, and collections before what
   * is in them, in whatever changes both: so nobody waits for each other.
   *
   * @return its name, nothing where there is none
   */
  private static Optional<String> lock(Handle handle, String id) {
    handle.execute("LOCK TABLE collection IN ROW EXCLUSIVE MODE");
    return handle
        .createQuery("SELECT name FROM collection WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
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

  /** Takes an article out, with its note. */
  public ChangeOutcome takeOut(String id, String article, Account by) {
    return database.change(
        handle -> {
          Optional<String> name = lock(handle, id);
          if (name.isEmpty()) {
            return new ChangeOutcome.Unknown();
          }
          int out =
              handle.execute(
                  "DELETE FROM collection_article WHERE collection_id = ? AND article_id = ?",
                  id,
                  article);
          if (out == 0) {
            return new ChangeOutcome.NoArticle();
          }
          AuditLog.add(handle, by, "collection.take-out", name.get() + ", " + article);
          return done(handle, id, false);
        });
  }

  private static ChangeOutcome.Done done(Handle handle, String id, boolean made) {
    handle.execute("UPDATE collection SET changed_at = clock_timestamp() WHERE id = ?", id);
    return new ChangeOutcome.Done(Collections.find(handle, id).orElseThrow(), made);
  }

  private static Optional<String> byName(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM collection WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  private static boolean exists(Handle handle, String article) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM article WHERE id = :id)")
        .bind("id", article)
        .mapTo(Boolean.class)
        .one();
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

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
