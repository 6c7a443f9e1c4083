package io.keeling.feeds.saved;

import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.store.AuditLog;
import io.keeling.feeds.store.Database;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps saved searches in PostgreSQL, for all desks. Threads may share it. Every method throws
 * {@link JdbiException} where the database does not answer.
 */
public final class SavedSearches {

  /**
   * With as many and 50 articles a second, followers are told 0.23 s after the row at the median
   * and 1.4 s at most, sink, desk, Kafka and receiver on two processors (AlertsBenchmark 10000 50
   * 90; 2026-12-01).
   */
  public static final int MOST = 10_000;

  /** Those of one page, so that it stays below 100 kB. */
  static final int MOST_LISTED = 100;

  /** Nobody guesses one. */
  private static final int ID_BYTES = 12;

  private static final String COLUMNS =
      "id, name, query, created_at, channel, target, rhythm, corrections, language";

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  public SavedSearches(Database database) {
    this.database = database;
  }

  /** What became of a wish to save a search. */
  sealed interface Outcome {

    /**
     * It is saved.
     *
     * @param secret what its messages are signed with, none where they are not
     */
    record Saved(SavedSearch search, @Nullable String secret) implements Outcome {}

    /** Another one is called so. */
    record NameTaken() implements Outcome {}

    /** There are {@link #MOST} already. */
    record TooMany() implements Outcome {}
  }

  /** Saves one for somebody, which is on record. */
  Outcome save(NewSearch.Valid wanted, Account by) {
    String secret = wanted.alert().channel() == Channel.WEBHOOK ? WebhookSecret.make() : null;
    return database.change(
        handle -> {
          // One after the other, so that there are never more than may be.
          handle.execute("LOCK TABLE saved_search IN SHARE ROW EXCLUSIVE MODE");
          int there =
              handle.createQuery("SELECT count(*) FROM saved_search").mapTo(Integer.class).one();
          if (there >= MOST) {
            return new Outcome.TooMany();
          }
          Optional<SavedSearch> saved =
              handle
                  .createQuery(
                      """
                  INSERT INTO saved_search (id, name, query, created_at, channel, target, secret,
                      rhythm, corrections, language)
                  VALUES (:id, :name, :query, clock_timestamp(), :channel, :target, :secret,
                      :rhythm, :corrections, :language)
                  ON CONFLICT (name) DO NOTHING RETURNING %s
                  """
                          .formatted(COLUMNS))
                  .bind("id", newId())
                  .bind("name", wanted.name())
                  .bind("query", wanted.query())
                  .bind("channel", wanted.alert().channel().value())
                  .bind("target", wanted.alert().target())
                  .bind("secret", secret)
                  .bind("rhythm", wanted.alert().rhythm().value())
                  .bind("corrections", wanted.alert().corrections())
                  .bind("language", wanted.alert().language())
                  .map((row, context) -> read(row))
                  .findOne();
          saved.ifPresent(search -> AuditLog.add(handle, by, "search.save", search.name()));
          return saved
              .<Outcome>map(search -> new Outcome.Saved(search, secret))
              .orElseGet(Outcome.NameTaken::new);
        });
  }

  /** The messages that searches led to. */
  DeliveryRecords deliveries() {
    return new DeliveryRecords(database);
  }

  /** One by its id. */
  Optional<SavedSearch> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM saved_search WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
  }

  /**
   * Those that follow a name, by name: at most one more than {@link #MOST_LISTED}, which says that
   * there are more.
   *
   * @param after empty to begin at the first
   */
  List<SavedSearch> list(String after) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM saved_search WHERE name > :after ORDER BY name LIMIT :most"
                        .formatted(COLUMNS))
                .bind("after", after)
                .bind("most", MOST_LISTED + 1)
                .map((row, context) -> read(row))
                .list());
  }

  /** What the messages of one are signed with; nothing where they are not. */
  Optional<String> secret(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT secret FROM saved_search WHERE id = :id AND secret IS NOT NULL")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Deletes one with all that was found for it, and says whether there was one. */
  boolean delete(String id, Account by) {
    return database.change(
        handle -> {
          Optional<String> deleted =
              handle
                  .createQuery("DELETE FROM saved_search WHERE id = :id RETURNING name")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne();
          deleted.ifPresent(name -> AuditLog.add(handle, by, "search.delete", name));
          return deleted.isPresent();
        });
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static SavedSearch read(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getString("id"),
        row.getString("name"),
        row.getString("query"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new Alert(
            Channel.of(row.getString("channel")).orElse(Channel.NONE),
            row.getString("target"),
            Rhythm.of(row.getString("rhythm")).orElse(Rhythm.AT_ONCE),
            row.getBoolean("corrections"),
            row.getString("language")));
  }
}
