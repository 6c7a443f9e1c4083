package io.keeling.desk.saved.alert;

import static io.keeling.desk.saved.alert.FollowedDesk.PATIENCE;
import static io.keeling.desk.saved.alert.FollowedDesk.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.runtime.health.ProgressLimits;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk at which saved searches are not matched, though Kafka and the database are there. */
@ExtendWith(FollowedDesk.Extension.class)
class StuckFollowerIT {

  /** The shortest that may be set. */
  private static final Duration STALLED = Duration.ofSeconds(10);

  @Test
  void itSaysWhereItStandsAndGoesOnByItself(FollowedDesk followed) throws Exception {
    // given
    followed.restart(usual -> usual.progress(new ProgressLimits(STALLED, STALLED.multipliedBy(9))));
    followed.save("Stuck", "q=moraine", "/stuck", "at-once", true);
    followed.publish(news("moraine", "A moraine", "Of a moraine."));
    await().atMost(PATIENCE).until(() -> followed.told("/stuck").size() == 1);
    assertThat(ready(followed).body()).isEqualTo("ready\n");

    try (Connection other = followed.database().getConnection();
        Statement statement = other.createStatement()) {
      // when somebody holds the table of alerts
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE search_alert IN ACCESS EXCLUSIVE MODE");
      followed.publish(news("moraine-2", "Two moraines", "Of a moraine."));

      // then the desk still answers, and says what it does not do
      await()
          .atMost(STALLED.plus(PATIENCE))
          .untilAsserted(
              () ->
                  assertThat(ready(followed).body())
                      .startsWith("ready\n")
                      .contains(
                          "desk-alerts: nothing finished for",
                          "keeling.enriched",
                          "saved searches are not matched: UnableToExecuteStatementException"));
      assertThat(ready(followed).statusCode()).isEqualTo(200);
      assertThat(followed.desk().get("/metrics").body().lines())
          .anyMatch(line -> line.matches(".*stalled_seconds.role=\"desk-alerts\". [1-9].*"));
      other.rollback();
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ready(followed).body()).isEqualTo("ready\n"));
    await().atMost(PATIENCE).until(() -> followed.told("/stuck").size() == 2);
    followed.restart(usual -> usual);
  }

  private static HttpResponse<String> ready(FollowedDesk followed) {
    return followed.desk().get("/readyz");
  }
}
