package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.database.Database;
import io.keeling.desk.running.SampleTopics;
import io.keeling.search.SwitchingIndex;
import io.keeling.search.budget.Budgets;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who tells followers, at a desk without a database. */
class DispatcherTest {

  private static final DatabaseConfig AWAY =
      DatabaseConfig.at("jdbc:postgresql://127.0.0.1:1/none", "nobody");

  @Test
  void whatIsClosedHasEndedAndSaysNothingThoughItWaitedForTheDatabase() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("io.keeling.desk.saved.alert");
    log.start();
    logger.addAppender(log);
    try (Database database = Database.open(AWAY, new SimpleMeterRegistry())) {
      Set<Thread> others = dispatchers();
      Alerts alerts =
          Alerts.start(
              database,
              new SwitchingIndex(),
              DeskConfig.defaults(),
              SampleTopics.labels(),
              new Budgets(Duration.ofSeconds(2), new SimpleMeterRegistry()),
              new SimpleMeterRegistry());
      Thread thread =
          await()
              .until(
                  () -> dispatchers().stream().filter(t -> !others.contains(t)).findFirst(),
                  found -> found.isPresent() && waits(found.get()))
              .orElseThrow();

      alerts.close();

      assertThat(thread.isAlive()).isFalse();
      assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO));
    } finally {
      logger.detachAppender(log);
    }
  }

  private static Set<Thread> dispatchers() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().equals("keeling-desk-alerts"));
    return threads;
  }

  private static boolean waits(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("getConnection"));
  }
}
