package io.keeling.desk.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.desk.running.RunningDesk;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MatchFollowerStopIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A broker that holds a fetch for longer than a desk has to stop. */
  private static final Map<String, String> SLOW = Map.of("fetch.max.wait.ms", "20000");

  @Test
  void aDeskThatStopsLeavesTheGroupWithoutAWordWhileTheBrokerHoldsItsFetch(@TempDir Path directory)
      throws Exception {
    Logger clients = (Logger) LoggerFactory.getLogger("org.apache.kafka.clients");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        EnrichedTopic topic = new EnrichedTopic(kafka);
        Admin admin = Admin.create(topic.connection().clientProperties())) {
      topic.make();
      KafkaConnection slow = new KafkaConnection(kafka.bootstrapServers(), SLOW);
      RunningDesk desk =
          RunningDesk.following(
              Desks.database(), directory.resolve("search"), slow, usual -> usual);
      await().atMost(PATIENCE).until(() -> reads(desk));
      assertThat(group(admin).members()).hasSize(1);
      clients.addAppender(log);

      // when
      desk.close();

      // then
      await().atMost(PATIENCE).until(() -> group(admin).members().isEmpty());
      assertThat(log.list).filteredOn(event -> event.getLevel() == Level.ERROR).isEmpty();
    } finally {
      clients.detachAppender(log);
    }
  }

  private static boolean reads(RunningDesk desk) {
    return desk.get("/metrics")
        .body()
        .lines()
        .anyMatch(line -> line.matches("keeling_desk_alerts_behind_records(\\{.*})? 0\\.0"));
  }

  private static ConsumerGroupDescription group(Admin admin) throws Exception {
    return admin
        .describeConsumerGroups(List.of(MatchFollower.GROUP))
        .all()
        .get()
        .get(MatchFollower.GROUP);
  }
}
