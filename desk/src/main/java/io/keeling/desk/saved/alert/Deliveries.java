package io.keeling.desk.saved.alert;

import io.keeling.desk.database.Database;
import io.keeling.desk.database.RandomIds;
import io.keeling.desk.saved.ChannelSwitch;
import io.keeling.desk.saved.alert.Sender.Result;
import io.keeling.desk.saved.alert.Sender.Sent;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * The queue of alert messages and the record of their attempts, in PostgreSQL; all desks share it.
 * Threads may share it.
 */
final class Deliveries {

  /** How long a desk may take for an attempt before another desk retries. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /**
   * Articles in one message, some 200 kB of JSON, which usual receivers take; the rest come in the
   * next message.
   */
  static final int MOST_ARTICLES = 200;

  /**
   * Days for which alerts are kept, for their history and to report no article twice. Articles this
   * old are no longer news.
   */
  private static final int KEPT_DAYS = 90;

  private final Database database;

  Deliveries(Database database) {
    this.database = database;
  }

  private record Place(String search, int place) {}

  /**
   * Puts waiting articles into messages, one for each channel, and returns the number of channels.
   *
   * @param most channels in one transaction
   */
  int plan(int most) {
    return database.change(
        handle -> {
          List<Place> places =
              handle
                  .createQuery(
                      """
                      SELECT c.search_id AS search, c.place
                      FROM search_channel c JOIN saved_search s ON s.id = c.search_id
                      WHERE c.has_untold AND c.due_at <= now() AND c.off_at IS NULL AND NOT EXISTS (
                          SELECT FROM search_delivery d
                          WHERE d.search_id = c.search_id AND d.place = c.place
                              AND d.state = 'waiting' AND d.notice_of IS NULL)
                      ORDER BY c.rhythm <> 'at-once', c.due_at LIMIT :most
                      FOR NO KEY UPDATE OF c SKIP LOCKED FOR KEY SHARE OF s SKIP LOCKED
                      """)
                  .bind("most", most)
                  .mapTo(Place.class)
                  .list();
          if (!places.isEmpty()) {
            plan(handle, places);
          }
          return places.size();
        });
  }

  private record Made(String id, @Nested Place place) {}

  private void plan(Handle handle, List<Place> places) {
    // Another desk may have made a message for the same channel meanwhile.
    List<Made> made =
        handle
            .createQuery(
                """
                INSERT INTO search_delivery (id, search_id, place)
                SELECT * FROM unnest(:ids, :searches, :places)
                ON CONFLICT DO NOTHING RETURNING id, search_id AS search, place
                """)
            .bind(
                "ids",
                places.stream().map(place -> "msg_" + RandomIds.make()).toArray(String[]::new))
            .bind("searches", places.stream().map(Place::search).toArray(String[]::new))
            .bind("places", places.stream().map(Place::place).toArray(Integer[]::new))
            .mapTo(Made.class)
            .list();
    String[] ids = made.stream().map(Made::id).toArray(String[]::new);
    String[] searches = made.stream().map(each -> each.place().search()).toArray(String[]::new);
    Integer[] of = made.stream().map(each -> each.place().place()).toArray(Integer[]::new);
    handle
        .createUpdate(
            """
            UPDATE search_alert a SET delivery_id = next.delivery_id
            FROM (
                SELECT made.delivery_id, untold.* FROM unnest(:ids, :searches, :places)
                    AS made (delivery_id, search_id, place)
                CROSS JOIN LATERAL (
                    SELECT u.search_id AS search, article_id, kind, wording, u.place AS channel
                    FROM search_alert u
                    WHERE u.search_id = made.search_id AND u.place = made.place
                        AND u.delivery_id IS NULL
                    ORDER BY found_at LIMIT :most) untold) next
            WHERE a.search_id = next.search AND a.article_id = next.article_id
                AND a.kind = next.kind AND a.wording = next.wording AND a.place = next.channel
            """)
        .bind("ids", ids)
        .bind("searches", searches)
        .bind("places", of)
        .bind("most", MOST_ARTICLES)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE search_channel c SET has_untold = EXISTS (
                SELECT FROM search_alert a
                WHERE a.search_id = c.search_id AND a.place = c.place AND a.delivery_id IS NULL)
            FROM unnest(:searches, :places) AS made (search_id, place)
            WHERE c.search_id = made.search_id AND c.place = made.place
            """)
        .bind("searches", searches)
        .bind("places", of)
        .execute();
  }

  /**
   * A message to send now.
   *
   * @param place the place of its channel in the search
   * @param attempt number of the attempt, from 1
   */
  record Claim(String id, String search, int place, int attempt) {}

  /**
   * Claims the next due messages; no other desk takes them within {@link #LEASE}.
   *
   * @param most maximum number of messages
   * @param atOnce true for messages of immediate channels, false for digests
   * @param held ids of messages in progress at this desk, which are skipped
   */
  List<Claim> claim(int most, boolean atOnce, Set<String> held) {
    return database.change(
        handle ->
            handle
                .createQuery(
                    """
                    WITH next AS MATERIALIZED (
                        SELECT w.id FROM search_delivery w JOIN search_channel c
                            ON c.search_id = w.search_id AND c.place = w.place
                        WHERE w.state = 'waiting' AND w.attempt_at <= now() AND c.off_at IS NULL
                            AND (c.rhythm = 'at-once') = :atOnce AND w.id <> ALL (:held)
                        ORDER BY w.attempt_at LIMIT :most FOR UPDATE OF w SKIP LOCKED)
                    UPDATE search_delivery d
                    SET attempts = attempts + 1, attempt_at = now() + make_interval(secs => :lease)
                    FROM next WHERE d.id = next.id
                    RETURNING d.id, d.search_id AS search, d.place, d.attempts AS attempt
                    """)
                .bind("most", most)
                .bind("atOnce", atOnce)
                .bind("held", held.toArray(String[]::new))
                .bind("lease", (double) LEASE.toSeconds())
                .mapTo(Claim.class)
                .list());
  }

  /**
   * The result of a claim.
   *
   * @param sent empty if nothing was left to send
   * @param again the pause before the next attempt, empty if there is no next attempt
   */
  record Ended(Claim claim, Optional<Sent> sent, Duration took, Optional<Duration> again) {

    private boolean gone() {
      return sent.filter(each -> each.result() == Result.GONE).isPresent();
    }

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
   * Records attempts and updates their messages, in one transaction. It uses only two statements,
   * as PostgreSQL plans each statement anew. Messages that another desk has ended are not updated.
   * A channel whose receiver is gone is switched off, and the articles of its message wait until it
   * is on again.
   */
  void record(List<Ended> ended) {
    List<Ended> sent = ended.stream().filter(each -> each.sent().isPresent()).toList();
    database.change(
        handle -> {
          // Locks searches first, as a deletion does, and in one order for all desks.
          sent.stream()
              .filter(Ended::gone)
              .map(Ended::claim)
              .sorted(Comparator.comparing(Claim::search).thenComparing(Claim::place))
              .forEach(claim -> ChannelSwitch.off(handle, claim.search(), claim.place()));
          int attempts = sent.isEmpty() ? 0 : attempts(handle, sent);
          // If a message has two results, a delivery takes precedence.
          Map<String, Ended> last = new HashMap<>();
          ended.forEach(
              each ->
                  last.merge(
                      each.claim().id(), each, (a, b) -> a.state().equals("delivered") ? a : b));
          List<Ended> once = List.copyOf(last.values());
          int ends = ends(handle, once);
          String[] gone =
              once.stream().filter(Ended::gone).map(e -> e.claim().id()).toArray(String[]::new);
          return attempts + ends + (gone.length == 0 ? 0 : free(handle, gone));
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

  /** Returns the articles of abandoned messages to the queue. */
  private static int free(Handle handle, String[] ids) {
    return handle
        .createUpdate(
            """
            WITH freed AS (
                UPDATE search_alert a SET delivery_id = NULL FROM search_delivery d
                WHERE d.id = ANY (:ids) AND d.state = 'given-up' AND a.delivery_id = d.id
                RETURNING a.search_id, a.place)
            UPDATE search_channel c SET has_untold = true
            FROM (SELECT DISTINCT search_id, place FROM freed) freed
            WHERE c.search_id = freed.search_id AND c.place = freed.place
            """)
        .bind("ids", ids)
        .execute();
  }

  /**
   * How long the oldest due message has waited, by the database's clock; zero if no message is due.
   * Three kinds are due: messages of a channel that are not planned yet, messages whose attempt is
   * due, and messages that a desk claimed without recording a result. Each such claim postponed the
   * attempt by {@link #LEASE}, which is added. A message is not due while it waits for its next
   * attempt, or while its channel is off.
   */
  Duration overdue() {
    double seconds =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT coalesce(extract(epoch FROM max(overdue)), 0) FROM (
                            SELECT now() - w.attempt_at + make_interval(secs => :lease)
                                * (w.attempts - coalesce((SELECT max(attempt)
                                    FROM delivery_attempt a WHERE a.delivery_id = w.id), 0))
                                AS overdue
                            FROM search_delivery w JOIN search_channel c
                                ON c.search_id = w.search_id AND c.place = w.place
                            WHERE w.state = 'waiting' AND c.off_at IS NULL
                                AND w.attempt_at <= now() + make_interval(secs => :lease)
                            UNION ALL
                            SELECT now() - c.due_at FROM search_channel c
                            WHERE c.has_untold AND c.due_at <= now() AND c.off_at IS NULL
                                AND NOT EXISTS (SELECT FROM search_delivery d
                                    WHERE d.search_id = c.search_id AND d.place = c.place
                                        AND d.state = 'waiting' AND d.notice_of IS NULL)) due
                        """)
                    .bind("lease", (double) LEASE.toSeconds())
                    .mapTo(Double.class)
                    .one());
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
  }

  /** Deletes some old messages and their articles. */
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
