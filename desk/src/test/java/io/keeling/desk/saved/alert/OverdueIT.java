package io.keeling.desk.saved.alert;

import static io.keeling.desk.saved.alert.FollowedDesk.PATIENCE;
import static io.keeling.desk.saved.alert.FollowedDesk.id;
import static io.keeling.desk.saved.alert.FollowedDesk.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk that claims messages and cannot read what to send. */
@ExtendWith(FollowedDesk.Extension.class)
class OverdueIT {

  /** More than the ten seconds between two questions to the database. */
  private static final Duration ASKED = Duration.ofSeconds(15);

  private static final String NOTE = "alerts are not sent: UnableTo";

  @Test
  void whatIsNotSentIsToldToOperatorsUntilItIsSent(FollowedDesk followed) throws Exception {
    // given
    JsonNode search = followed.save("Overdue", "q=estuary", "/overdue", "at-once", true);
    await().atMost(PATIENCE).until(() -> overdue(followed) == 0);

    // when
    followed.desk().archive().execute("ALTER TABLE search_channel RENAME target TO goal");
    try {
      followed.publish(news("estuary", "An estuary", "Of an estuary."));

      // then
      await().atMost(PATIENCE.plus(ASKED)).until(() -> overdue(followed) > 5);
      assertThat(followed.desk().get("/readyz").statusCode()).isEqualTo(200);
      assertThat(followed.desk().get("/readyz").body()).startsWith("ready\n").contains(NOTE);
      assertThat(followed.told("/overdue")).isEmpty();
    } finally {
      followed.desk().archive().execute("ALTER TABLE search_channel RENAME goal TO target");
    }

    // and when the time is over for which the desk took the message
    followed
        .desk()
        .archive()
        .execute("UPDATE search_delivery SET attempt_at = now() WHERE search_id = ?", id(search));
    await().atMost(PATIENCE).until(() -> followed.told("/overdue").size() == 1);
    await().atMost(PATIENCE.plus(ASKED)).until(() -> overdue(followed) == 0);
    await()
        .atMost(PATIENCE)
        .until(() -> !followed.desk().get("/readyz").body().contains("alerts are not sent"));
  }

  private static double overdue(FollowedDesk followed) {
    return followed
        .desk()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("keeling_desk_alerts_overdue_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
