package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.database.Database;
import io.keeling.desk.running.Desks;
import io.keeling.desk.saved.alert.Deliveries.Claim;
import io.keeling.desk.saved.alert.Deliveries.Ended;
import io.keeling.desk.saved.alert.Sender.Sent;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages in the database, and who sends them. */
class DeliveriesIT {

  private static final Database DATABASE =
      Database.open(
          DatabaseConfig.at(Desks.database(), EmbeddedDatabase.USER), new SimpleMeterRegistry());

  private final Deliveries deliveries = new Deliveries(DATABASE);

  @AfterEach
  void empty() {
    DATABASE.change(handle -> handle.execute("DELETE FROM saved_search"));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatADeskStillHoldsItIsNotGivenAgainThoughItsTimeIsOver() {
    search("held");
    message("held", "msg_held");
    List<Claim> claims = deliveries.claim(10, true, Set.of());
    assertThat(claims).extracting(Claim::id).containsExactly("msg_held");

    // when its time is over
    timeIsOver();

    // then another desk takes it, and this one does not
    assertThat(deliveries.claim(10, true, Set.of("msg_held"))).isEmpty();
    assertThat(deliveries.claim(10, true, Set.of())).extracting(Claim::attempt).containsExactly(2);
  }

  @Test
  void whatAnotherDeskDeliveredMeanwhileIsNotSetFreeByAReceiverThatIsGone() {
    search("twice");
    message("twice", "msg_twice");
    alert("twice", "msg_twice");
    Claim slow = deliveries.claim(10, true, Set.of()).get(0);
    timeIsOver();
    Claim quick = deliveries.claim(10, true, Set.of()).get(0);

    deliveries.record(List.of(ended(quick, Sent.taken(204))));
    deliveries.record(List.of(ended(slow, Sent.gone(410))));

    assertThat(stored("SELECT state FROM search_delivery")).containsExactly("delivered");
    assertThat(stored("SELECT delivery_id FROM search_alert")).containsExactly("msg_twice");
    assertThat(stored("SELECT has_untold::text FROM search_channel")).containsExactly("false");
  }

  @Test
  void aMessageIsOverdueFromWhenItIsDueUntilSomethingCameOfIt() {
    search("late");
    message("late", "msg_late");
    assertThat(deliveries.overdue()).isLessThan(Duration.ofSeconds(30));
    due("search_delivery SET attempt_at", 300);
    assertThat(deliveries.overdue()).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(330));

    // taken and never written down: since the first that took it
    deliveries.claim(10, true, Set.of());
    timeIsOver();
    Claim claim = deliveries.claim(10, true, Set.of()).get(0);
    assertThat(deliveries.overdue()).isBetween(Deliveries.LEASE, Duration.ofSeconds(90));

    // its receiver fails, and it waits for its next attempt
    deliveries.record(List.of(ended(claim, Sent.failed(500, "it fails"))));
    DATABASE.change(
        h -> h.execute("UPDATE search_delivery SET attempt_at = now() + interval '30 s'"));
    assertThat(deliveries.overdue()).isZero();

    // its channel is off
    due("search_delivery SET attempt_at", 300);
    assertThat(deliveries.overdue()).isGreaterThanOrEqualTo(Duration.ofSeconds(300));
    due("search_channel SET off_at", 300);
    assertThat(deliveries.overdue()).isZero();
  }

  @Test
  void aChannelIsOverdueWhoseMessageIsNotMadeThoughItIsTime() {
    search("digest");
    DATABASE.change(
        h ->
            h.execute(
                "UPDATE search_channel SET has_untold = true, due_at = now() + interval '1 h'"));
    assertThat(deliveries.overdue()).isZero();

    due("search_channel SET due_at", 300);
    assertThat(deliveries.overdue()).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(330));

    // what waits for the next message while one is tried again
    message("digest", "msg_digest");
    DATABASE.change(
        h ->
            h.execute(
                "UPDATE search_delivery SET attempts = 1, attempt_at = now() + interval '1 h'"));
    assertThat(deliveries.overdue()).isZero();
  }

  private static void due(String column, int secondsAgo) {
    DATABASE.change(
        h -> h.execute("UPDATE " + column + " = now() - make_interval(secs => ?)", secondsAgo));
  }

  private static Ended ended(Claim claim, Sent sent) {
    return new Ended(claim, Optional.of(sent), Duration.ZERO, Optional.of(Duration.ofSeconds(1)));
  }

  private static void timeIsOver() {
    DATABASE.change(h -> h.execute("UPDATE search_delivery SET attempt_at = now()"));
  }

  private static List<String> stored(String query) {
    return DATABASE.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private static void search(String id) {
    DATABASE.change(
        handle ->
            handle.execute(
                    """
                    INSERT INTO saved_search (id, name, query, channel, target)
                    VALUES (?, ?, '', 'webhook', 'https://a.example/')
                    """,
                    id,
                    id)
                + handle.execute(
                    """
                    INSERT INTO search_channel (search_id, place, channel, target, rhythm)
                    VALUES (?, 1, 'webhook', 'https://a.example/', 'at-once')
                    """,
                    id));
  }

  private static void message(String search, String id) {
    DATABASE.change(
        handle ->
            handle.execute(
                "INSERT INTO search_delivery (id, search_id, place) VALUES (?, ?, 1)", id, search));
  }

  private static void alert(String search, String message) {
    DATABASE.change(
        handle ->
            handle.execute(
                """
                INSERT INTO search_alert (search_id, place, article_id, kind, wording, version,
                    fetched_at, delivery_id)
                VALUES (?, 1, 'a', 'new', '', 'v', now(), ?)
                """,
                search,
                message));
  }
}
