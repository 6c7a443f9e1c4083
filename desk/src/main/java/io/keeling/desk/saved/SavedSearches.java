package io.keeling.desk.saved;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.database.Database;
import io.keeling.desk.database.RandomIds;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import io.keeling.desk.web.NamePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/**
 * Saved searches in PostgreSQL. Threads may share it. Every method throws {@link JdbiException} if
 * the database does not answer.
 */
public final class SavedSearches {

  /**
   * Maximum number of searches. With this number and 50 articles a second, alerts arrive 0.23 s
   * after the article's row at the median and 1.4 s at most. Sink, desk, Kafka and receiver then
   * share two processors (AlertsBenchmark 10000 50 90; 2026-12-01).
   */
  public static final int MOST = 10_000;

  /** Maximum number of searches on a page, which stays below 100 kB. */
  private static final int MOST_LISTED = 100;

  private static final String COLUMNS = "id, name, query, created_at, owner, corrections, language";

  static final Failure UNKNOWN = Failure.of(404, "search-unknown");
  static final Failure NAME_TAKEN = Failure.of(409, "search-named");

  private final Database database;

  public SavedSearches(Database database) {
    this.database = database;
  }

  /**
   * Saves a search, with an audit entry.
   *
   * @throws FailureException if the name is taken, or there are already {@link #MOST} searches
   */
  SavedSearch save(NewSearch.Valid wanted, Account by) {
    List<SearchChannel> channels = channels(wanted.alerts());
    return database.change(
        handle -> {
          // Locked, so that concurrent changes do not exceed the limit.
          handle.execute("LOCK TABLE saved_search IN SHARE ROW EXCLUSIVE MODE");
          int there =
              handle.createQuery("SELECT count(*) FROM saved_search").mapTo(Integer.class).one();
          if (there >= MOST) {
            throw Failure.of(409, "searches-full").exception();
          }
          SavedSearch saved =
              insert(handle, wanted, channels, by).orElseThrow(NAME_TAKEN::exception);
          channels.forEach(channel -> insert(handle, saved.id(), channel));
          AuditLog.add(handle, by, "search.save", saved.name());
          return saved;
        });
  }

  private static List<SearchChannel> channels(List<Alert> alerts) {
    List<SearchChannel> channels = new ArrayList<>();
    alerts.forEach(alert -> channels.add(channel(channels.size() + 1, alert)));
    return channels;
  }

  private static SearchChannel channel(int place, Alert alert) {
    String secret = alert.channel() == Channel.WEBHOOK ? WebhookSecret.make() : null;
    return new SearchChannel(place, alert, secret, null, false);
  }

  /** Inserts a search; empty if its name is taken. */
  private Optional<SavedSearch> insert(
      Handle handle, NewSearch.Valid wanted, List<SearchChannel> channels, Account by) {
    Optional<SearchChannel> first = channels.stream().findFirst();
    return handle
        .createQuery(
            """
            INSERT INTO saved_search (id, name, query, created_at, owner, corrections, language,
                channel, target, secret, rhythm)
            VALUES (:id, :name, :query, clock_timestamp(), :owner, :corrections, :language,
                :channel, :target, :secret, :rhythm)
            ON CONFLICT (name) DO NOTHING RETURNING %s
            """
                .formatted(COLUMNS))
        .bind("id", RandomIds.make())
        .bind("name", wanted.name())
        .bind("query", wanted.query())
        .bind("owner", by.id())
        .bind("corrections", wanted.corrections())
        .bind("language", wanted.language())
        .bind("channel", first.map(c -> c.alert().channel()).orElse(Channel.NONE).value())
        .bind("target", first.map(c -> c.alert().target()).orElse(""))
        .bind("secret", first.map(SearchChannel::secret).orElse(null))
        .bind("rhythm", first.map(c -> c.alert().rhythm()).orElse(Rhythm.AT_ONCE).value())
        .map((row, context) -> read(row, channels))
        .findOne();
  }

  private static void insert(Handle handle, String search, SearchChannel channel) {
    handle
        .createUpdate(
            """
            INSERT INTO search_channel (search_id, place, channel, target, secret, rhythm, since)
            VALUES (:search, :place, :channel, :target, :secret, :rhythm, now())
            """)
        .bind("search", search)
        .bind("place", channel.place())
        .bind("channel", channel.alert().channel().value())
        .bind("target", channel.alert().target())
        .bind("secret", channel.secret())
        .bind("rhythm", channel.alert().rhythm().value())
        .execute();
  }

  /** The records of messages sent for searches. */
  DeliveryRecords deliveries() {
    return new DeliveryRecords(database);
  }

  /**
   * Finds a search by its id.
   *
   * @throws FailureException if there is no such search
   */
  SavedSearch find(String id) {
    return find(id, UNKNOWN);
  }

  /**
   * Finds a search by its id.
   *
   * @param missing the failure if there is no such search
   */
  SavedSearch find(String id, Failure missing) {
    return database.read(
        handle ->
            read(
                    handle
                        .createQuery("SELECT " + COLUMNS + " FROM saved_search WHERE id = :id")
                        .bind("id", id))
                .stream()
                .findFirst()
                .orElseThrow(missing::exception));
  }

  /**
   * A page of searches, ordered by name.
   *
   * @param after the name after which the page begins, empty for the first page
   */
  NamePage<SavedSearch> list(String after) {
    List<SavedSearch> found =
        database.read(
            handle ->
                read(
                    handle
                        .createQuery(
                            "SELECT %s FROM saved_search WHERE name > :after ORDER BY name LIMIT :most"
                                .formatted(COLUMNS))
                        .bind("after", after)
                        .bind("most", MOST_LISTED + 1)));
    return NamePage.of(found, MOST_LISTED, SavedSearch::name);
  }

  /**
   * Deletes a search with its matches.
   *
   * @throws FailureException if there is no such search
   */
  void delete(String id, Account by) {
    database.change(
        handle -> {
          String name =
              handle
                  .createQuery("DELETE FROM saved_search WHERE id = :id RETURNING name")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(UNKNOWN::exception);
          AuditLog.add(handle, by, "search.delete", name);
          return null;
        });
  }

  /**
   * Adds a channel to a search, with an audit entry, and returns the channel's place. A channel
   * that the search already has stays as it is.
   *
   * @throws FailureException if there is no such search, or it has the maximum number of channels
   */
  int add(String id, Alert alert, Account by) {
    return database.change(
        handle -> {
          SavedSearch search = lock(handle, id, UNKNOWN);
          Optional<SearchChannel> there =
              search.channels().stream().filter(each -> each.alert().equals(alert)).findFirst();
          if (there.isPresent()) {
            return there.get().place();
          }
          if (search.channels().size() >= NewSearch.MOST_CHANNELS) {
            throw NewSearch.MANY_CHANNELS.exception();
          }
          int place = unused(handle, id);
          insert(handle, id, channel(place, alert));
          handle.execute(
              "UPDATE saved_search SET channel = ? WHERE id = ? AND channel = 'none'",
              alert.channel().value(),
              id);
          AuditLog.add(handle, by, "search.channel-add", search.name() + ", " + alert.shown());
          return place;
        });
  }

  /**
   * Removes a channel with its messages, with an audit entry.
   *
   * @throws FailureException if there is no such channel
   */
  void remove(String id, int place, Account by) {
    database.change(
        handle -> {
          SavedSearch search = lock(handle, id, ChannelActions.NO_CHANNEL);
          SearchChannel channel =
              search.channel(place).orElseThrow(ChannelActions.NO_CHANNEL::exception);
          forget(handle, id, place);
          handle.execute("DELETE FROM search_channel WHERE search_id = ? AND place = ?", id, place);
          // A search is matched until its last channel is removed.
          handle.execute(
              """
              UPDATE saved_search SET target = '', secret = NULL,
                  channel = CASE WHEN ? THEN 'none' ELSE channel END,
                  last_place = greatest(last_place, ?)
              WHERE id = ?
              """,
              search.channels().size() == 1,
              place,
              id);
          AuditLog.add(
              handle, by, "search.channel-remove", search.name() + ", " + channel.alert().shown());
          return place;
        });
  }

  /** Finds a search, and locks it: nobody else changes or matches it until the transaction ends. */
  private static SavedSearch lock(Handle handle, String id, Failure missing) {
    return read(
            handle
                .createQuery("SELECT " + COLUMNS + " FROM saved_search WHERE id = :id FOR UPDATE")
                .bind("id", id))
        .stream()
        .findFirst()
        .orElseThrow(missing::exception);
  }

  /** The next place of a search that no channel has or had. */
  private static int unused(Handle handle, String id) {
    return handle
        .createQuery(
            """
            SELECT greatest(last_place, (SELECT max(place) FROM search_channel WHERE search_id = :id)) + 1
            FROM saved_search WHERE id = :id
            """)
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  /** Deletes what was found and sent for a channel. */
  private static void forget(Handle handle, String id, int place) {
    handle.execute("DELETE FROM search_alert WHERE search_id = ? AND place = ?", id, place);
    handle.execute(
        "DELETE FROM search_delivery WHERE search_id = ? AND (place = ? OR notice_of = ?)",
        id,
        place,
        place);
  }

  /** The searches of a database query, with their channels. */
  private static List<SavedSearch> read(Query query) {
    List<SavedSearch> bare = query.map((row, context) -> read(row, List.of())).list();
    Map<String, SavedSearch> byId = new HashMap<>();
    bare.forEach(search -> byId.put(search.id(), search));
    Map<String, List<SearchChannel>> channels = new HashMap<>();
    query
        .getHandle()
        .createQuery(
            """
            SELECT search_id, place, channel, target, secret, rhythm, off_at, off_by_hand
            FROM search_channel
            WHERE search_id = ANY (:ids) ORDER BY search_id, place
            """)
        .bind("ids", byId.keySet().toArray(String[]::new))
        .map(
            (row, context) -> {
              SavedSearch of = Objects.requireNonNull(byId.get(row.getString("search_id")));
              return channels
                  .computeIfAbsent(of.id(), id -> new ArrayList<>())
                  .add(channel(row, of.corrections(), of.language()));
            })
        .list();
    return bare.stream()
        .map(search -> search.with(channels.getOrDefault(search.id(), List.of())))
        .toList();
  }

  private static SavedSearch read(ResultSet row, List<SearchChannel> channels) throws SQLException {
    return new SavedSearch(
        row.getString("id"),
        row.getString("name"),
        row.getString("query"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("owner", Long.class),
        row.getBoolean("corrections"),
        row.getString("language"),
        channels);
  }

  private static SearchChannel channel(ResultSet row, boolean corrections, String language)
      throws SQLException {
    OffsetDateTime off = row.getObject("off_at", OffsetDateTime.class);
    return new SearchChannel(
        row.getInt("place"),
        new Alert(
            Channel.of(row.getString("channel")).orElse(Channel.NONE),
            row.getString("target"),
            Rhythm.of(row.getString("rhythm")).orElse(Rhythm.AT_ONCE),
            corrections,
            language),
        row.getString("secret"),
        off == null ? null : off.toInstant(),
        row.getBoolean("off_by_hand"));
  }
}
