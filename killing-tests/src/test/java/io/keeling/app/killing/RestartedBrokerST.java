package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.verifier.check.Report;
import io.keeling.verifier.workload.NumberedPress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The only broker is killed and started again and again while articles flow, so that it comes back
 * to transactions in every state: each of them ends, every role works again, and nothing is lost or
 * there twice.
 *
 * <p>By hand with a broker of another release, from a directory of its jars: {@code
 * -Dkeeling.killing.broker=}; docs/guarantees.md says what to expect.
 */
class RestartedBrokerST {

  private static final long SEED = 20734;

  /** A broker that forgot transactions (4.3.1) was found out at the second: docs/guarantees.md. */
  private static final int RESTARTS = Integer.getInteger("keeling.killing.restarts", 6);

  private static final int STEPS_PER_SECOND = 25;
  private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(500);

  /**
   * What a broker logs that passes over a partition of a transaction, which is right only for one
   * that is deleted. It need not come to harm each time, but must never happen here.
   */
  private static final String PASSED_OVER = "Couldn't find leader endpoint for partitions";

  /** Records sent between two kills, at most: a second's worth. */
  private static final int MOST_STEPS = 25;

  /** Twice what Kafka needs to roll back what a dead producer left, and then some. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /**
   * A killed broker is let in again when its last session has run out. Of Kafka's 9 s this test
   * would only be longer.
   */
  private static final List<String> QUICKLY_BACK =
      List.of("broker.session.timeout.ms=1500", "broker.heartbeat.interval.ms=250");

  private static final Duration POLL = Duration.ofMillis(100);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path directory;

  @Test
  void noTransactionIsForgottenByABrokerThatIsKilled() throws Exception {
    RandomGenerator random = new SplittableRandom(SEED);
    Duration longest = Duration.ZERO;
    Path logs = Path.of("target", "restarted-broker");
    try (NumberedPress press = NumberedPress.start(SEED);
        RunningCluster cluster =
            new RunningCluster(directory, logs, press.sources(), List.of(), 1, QUICKLY_BACK)) {
      cluster.start();
      try (Load load = new Load(cluster, press, SEED, STEPS_PER_SECOND, BETWEEN_ARTICLES)) {
        await().atMost(RECOVERY).until(() -> load.sent() > 50 && press.fetches() > 5);
        for (int i = 1; i <= RESTARTS; i++) {
          int next = load.sent() + random.nextInt(MOST_STEPS);
          await().atMost(RECOVERY).pollInterval(POLL).until(() -> load.sent() >= next);
          cluster.broker().kill();
          long killed = System.nanoTime();
          cluster.broker().start();

          awaitRecovery(cluster, i);

          Duration took = Duration.ofNanos(System.nanoTime() - killed);
          longest = took.compareTo(longest) > 0 ? took : longest;
        }
        Report report = load.verify();
        System.out.printf(
            "restarted broker: %d times, all as before within %d ms at most; %s%n",
            RESTARTS, longest.toMillis(), report.text());
        assertThat(report.findings()).isEmpty();
        assertThat(cluster.gaveUp()).as("roles that worked and ended by themselves").isEmpty();
      }
    }
  }

  private static void awaitRecovery(RunningCluster cluster, int restart) throws Exception {
    long start = System.nanoTime();
    cluster.awaitBroker();
    long listens = System.nanoTime();
    try (LastingTransactions transactions = new LastingTransactions(cluster.kafka())) {
      await("transactions that were open at restart " + restart + " have ended")
          .atMost(RECOVERY)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .untilAsserted(() -> assertThat(transactions.left()).isEmpty());
      assertThat(cluster.broker().said())
          .as("broker, restart %d", restart)
          .doesNotContain(PASSED_OVER);
      long ended = System.nanoTime();
      cluster.awaitReady(RECOVERY);
      System.out.printf(
          "restart %d: the broker listens after %d ms, transactions have ended after %d ms more, roles are ready after %d ms more%n",
          restart,
          millis(start, listens),
          millis(listens, ended),
          millis(ended, System.nanoTime()));
    }
  }

  private static long millis(long from, long to) {
    return Duration.ofNanos(to - from).toMillis();
  }
}
