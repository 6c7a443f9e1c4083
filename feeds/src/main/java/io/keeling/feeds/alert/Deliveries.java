package io.keeling.feeds.alert;

import io.keeling.feeds.alert.Sender.Result;
import io.keeling.feeds.alert.Sender.Sent;
import io.keeling.feeds.saved.Alert;
import io.keeling.feeds.saved.Channel;
import io.keeling.feeds.saved.Rhythm;
import io.keeling.feeds.store.Database;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Messages to followers, and what came of them, in PostgreSQL, which says which desk sends which.
 * Threads may share it.
 */
final class Deliveries {

  /** How long a desk has for an attempt, before another may make the next. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Articles of one message; what is more comes in the next. Some 200 kB of JSON. Chosen. */
  static final int MOST_ARTICLES = 200;

  /**
   * How long it is known what was told, in days: by then nothing of it is news, so that it is not
   * told again. Chosen.
   */
  private static final int KEPT_DAYS = 90;

  private static final int ID_BYTES = 12;

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  Deliveries(Database database) {
    this.database = database;
  }

  /**
   * Makes the next messages of searches for which something waits, one of each, and says of how
   * many searches.
   *
   * @param most so many at most, in one transaction
   */
  int plan(int most) {
    return database.change(
        handle -> {
          List<String> searches =
              handle
                  .createQuery(
                      """
                      SELECT id FROM saved_search s
                      WHERE has_untold AND due_at <= now() AND NOT EXISTS (
                          SELECT FROM search_delivery d
                          WHERE d.search_id = s.id AND d.state = 'waiting')
                      ORDER BY rhythm <> 'at-once', due_at LIMIT :most
                      FOR NO KEY UPDATE SKIP LOCKED
                      """)
                  .bind("most", most)
                  .mapTo(String.class)
                  .list();
          if (!searches.isEmpty()) {
            plan(handle, searches);
          }
          return searches.size();
        });
  }

  private void plan(Handle handle, List<String> searches) {
    // Another desk may have made one since the search was looked for.
    List<Map.Entry<String, String>> made =
        handle
            .createQuery(
                """
                INSERT INTO search_delivery (id, search_id) SELECT * FROM unnest(:ids, :searches)
                ON CONFLICT DO NOTHING RETURNING id, search_id
                """)
            .bind("ids", searches.stream().map(search -> newId()).toArray(String[]::new))
            .bind("searches", searches.toArray(String[]::new))
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .list();
    String[] of = made.stream().map(Map.Entry::getValue).toArray(String[]::new);
    handle
        .createUpdate(
            """
            UPDATE search_alert a SET delivery_id = next.delivery_id
            FROM (
                SELECT made.delivery_id, untold.* FROM unnest(:ids, :searches)
                    AS made (delivery_id, search_id)
                CROSS JOIN LATERAL (
                    SELECT u.search_id AS search, article_id, kind, wording FROM search_alert u
                    WHERE u.search_id = made.search_id AND u.delivery_id IS NULL
                    ORDER BY found_at LIMIT :most) untold) next
            WHERE a.search_id = next.search AND a.article_id = next.article_id
                AND a.kind = next.kind AND a.wording = next.wording
            """)
        .bind("ids", made.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .bind("searches", of)
        .bind("most", MOST_ARTICLES)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE saved_search SET has_untold = EXISTS (
                SELECT FROM search_alert a WHERE a.search_id = saved_search.id AND delivery_id IS NULL)
            WHERE id = ANY (:searches)
            """)
        .bind("searches", of)
        .execute();
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "msg_" + HexFormat.of().formatHex(bytes);
  }

  /**
   * A message that is to be sent now.
   *
   * @param attempt which attempt it is, from 1
   */
  record Claim(String id, String search, int attempt) {}

  /**
   * Takes the next messages that are to be sent; no other desk does within {@link #LEASE}.
   *
   * @param most so many at most
   * @param atOnce those of searches that are told at once, else digests
   */
  List<Claim> claim(int most, boolean atOnce) {
    return database.change(
        handle ->
            handle
                .createQuery(
                    """
                    WITH next AS MATERIALIZED (
                        SELECT w.id FROM search_delivery w JOIN saved_search s ON s.id = w.search_id
                        WHERE w.state = 'waiting' AND w.attempt_at <= now()
                            AND (s.rhythm = 'at-once') = :atOnce
                        ORDER BY w.attempt_at LIMIT :most FOR UPDATE OF w SKIP LOCKED)
                    UPDATE search_delivery d
                    SET attempts = attempts + 1, attempt_at = now() + make_interval(secs => :lease)
                    FROM next WHERE d.id = next.id
                    RETURNING d.id, d.search_id, d.attempts
                    """)
                .bind("most", most)
                .bind("atOnce", atOnce)
                .bind("lease", (double) LEASE.toSeconds())
                .map((row, context) -> new Claim(row.getString(1), row.getString(2), row.getInt(3)))
                .list());
  }

  /** What messages say as of now, by their ids; those are left out whose search was deleted. */
  Map<String, Message> messages(List<Claim> claims) {
    return database.read(
        handle -> {
          Map<String, List<Message.Item>> items = items(handle, claims);
          Map<String, SearchRow> searches = searches(handle, claims);
          Map<String, Message> messages = new HashMap<>();
          for (Claim claim : claims) {
            SearchRow search = searches.get(claim.search());
            if (search != null) {
              messages.put(
                  claim.id(), search.message(claim, items.getOrDefault(claim.id(), List.of())));
            }
          }
          return messages;
        });
  }

  private static Map<String, List<Message.Item>> items(Handle handle, List<Claim> claims) {
    Map<String, List<Message.Item>> items = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT a.delivery_id, a.kind, a.version, a.found_at, r.id, r.title, r.subtitle,
                r.canonical_url, r.source_name, r.published, r.language, r.story_id,
                ARRAY(SELECT topic_id FROM article_topic t
                    WHERE t.article_id = r.id AND t.grade = 'main'
                    ORDER BY score DESC, topic_id) AS topics
            FROM search_alert a JOIN article r ON r.id = a.article_id
            WHERE a.delivery_id = ANY (:ids) ORDER BY a.found_at, r.id
            """)
        .bind("ids", claims.stream().map(Claim::id).toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("delivery_id"), item(row)))
        .forEach(
            item ->
                items.computeIfAbsent(item.getKey(), id -> new ArrayList<>()).add(item.getValue()));
    return items;
  }

  private record SearchRow(
      String id, String name, String query, Alert alert, @Nullable String secret) {

    Message message(Claim claim, List<Message.Item> items) {
      return new Message(claim.id(), id, name, query, alert, secret, items, List.of());
    }
  }

  private static Map<String, SearchRow> searches(Handle handle, List<Claim> claims) {
    return handle
        .createQuery(
            """
            SELECT id, name, query, channel, target, secret, rhythm, corrections, language
            FROM saved_search WHERE id = ANY (:ids)
            """)
        .bind("ids", claims.stream().map(Claim::search).distinct().toArray(String[]::new))
        .map(
            (row, context) ->
                new SearchRow(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("query"),
                    new Alert(
                        Channel.of(row.getString("channel")).orElse(Channel.NONE),
                        row.getString("target"),
                        Rhythm.of(row.getString("rhythm")).orElse(Rhythm.AT_ONCE),
                        row.getBoolean("corrections"),
                        row.getString("language")),
                    row.getString("secret")))
        .stream()
        .collect(Collectors.toMap(SearchRow::id, search -> search));
  }

  private static Message.Item item(ResultSet row) throws SQLException {
    Array array = row.getArray("topics");
    List<String> topics = Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    String subtitle = row.getString("subtitle");
    return new Message.Item(
        row.getString("kind"),
        row.getString("id"),
        row.getString("version"),
        row.getString("title"),
        subtitle == null ? "" : subtitle,
        row.getString("canonical_url"),
        row.getString("source_name"),
        row.getString("published"),
        row.getString("language"),
        row.getString("story_id"),
        topics,
        row.getObject("found_at", OffsetDateTime.class).toInstant());
  }

  /**
   * What came of a claim.
   *
   * @param sent nothing where nothing was left to be told
   * @param again how long to wait for the next attempt, nothing where there is none
   */
  record Ended(Claim claim, Optional<Sent> sent, Duration took, Optional<Duration> again) {

    private String state() {
      if (sent.isEmpty()) {
        return "empty";
      }
      Result result = sent.get().result();
      return result == Result.TAKEN
          ? "delivered"
          : result == Result.FAILED && again.isPresent() ? "waiting" : "given-up";
    }
  }

  /**
   * Writes down attempts and what they mean for their messages, in one transaction and two
   * statements: each would be planned anew. What another desk has ended meanwhile stays so.
   */
  void record(List<Ended> ended) {
    List<Ended> sent = ended.stream().filter(each -> each.sent().isPresent()).toList();
    database.change(
        handle -> {
          int attempts = sent.isEmpty() ? 0 : attempts(handle, sent);
          // Where a message ended twice, that it was taken counts.
          Map<String, Ended> last = new HashMap<>();
          ended.forEach(
              each ->
                  last.merge(
                      each.claim().id(), each, (a, b) -> a.state().equals("delivered") ? a : b));
          return attempts + ends(handle, List.copyOf(last.values()));
        });
  }

  private static int attempts(Handle handle, List<Ended> sent) {
    return handle
        .createUpdate(
            """
            INSERT INTO delivery_attempt (delivery_id, attempt, status, problem, millis)
            SELECT d.id, made.attempt, made.status, made.problem, made.millis
            FROM unnest(:ids, :attempts, :statuses, :problems, :millis)
                AS made (id, attempt, status, problem, millis)
                JOIN search_delivery d ON d.id = made.id
            ON CONFLICT DO NOTHING
            """)
        .bind("ids", sent.stream().map(each -> each.claim().id()).toArray(String[]::new))
        .bind("attempts", numbers(sent, each -> each.claim().attempt()))
        .bind("statuses", numbers(sent, each -> each.sent().orElseThrow().status()))
        .bind(
            "problems",
            sent.stream().map(each -> each.sent().orElseThrow().problem()).toArray(String[]::new))
        .bind("millis", numbers(sent, each -> Math.toIntExact(each.took().toMillis())))
        .execute();
  }

  private static @Nullable Integer[] numbers(
      List<Ended> sent, Function<Ended, @Nullable Integer> value) {
    @Nullable Integer[] numbers = new Integer[sent.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = value.apply(sent.get(i));
    }
    return numbers;
  }

  private static int ends(Handle handle, List<Ended> ended) {
    return handle
        .createUpdate(
            """
            UPDATE search_delivery d SET state = made.state,
                attempt_at = now() + make_interval(secs => made.again),
                ended_at = CASE WHEN made.state = 'waiting' THEN NULL ELSE now() END
            FROM unnest(:ids, :states, :pauses) AS made (id, state, again)
            WHERE d.id = made.id AND d.state = 'waiting'
            """)
        .bind("ids", ended.stream().map(each -> each.claim().id()).toArray(String[]::new))
        .bind("states", ended.stream().map(Ended::state).toArray(String[]::new))
        .bind(
            "pauses",
            ended.stream()
                .map(each -> each.again().orElse(Duration.ZERO).toMillis() / 1000.0)
                .toArray(Double[]::new))
        .execute();
  }

  /** Forgets what is long past, some of it at a time; with a message goes what it told. */
  void prune() {
    database.change(
        handle ->
            handle.execute(
                    """
                    DELETE FROM search_delivery WHERE id IN (
                        SELECT id FROM search_delivery WHERE state <> 'waiting'
                        AND created_at < now() - make_interval(days => ?) LIMIT 1000)
                    """,
                    KEPT_DAYS)
                + handle.execute(
                    """
                    DELETE FROM search_alert WHERE ctid IN (
                        SELECT ctid FROM search_alert
                        WHERE delivery_id IS NULL AND found_at < now() - make_interval(days => ?) LIMIT 5000)
                    """,
                    KEPT_DAYS));
  }
}
