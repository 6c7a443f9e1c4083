package io.keeling.runtime.health;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.kafka.UnknownBrokers;
import io.keeling.runtime.thread.Threads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether Kafka answers and whether a role's topics can be read and written, by asking
 * every few seconds, because Kafka's own clients wait in silence. Logs each outage at its beginning
 * and at its end. The role needs no further rights: a user that may read or write a topic may
 * describe it. Threads may share it.
 *
 * <p>An outage is certain after at most 16 s: two missing answers, and the pauses before them.
 */
public final class KafkaWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);

  /** Pause after an answer. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Pause after a failure. */
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  /**
   * Time-out for one broker, so that another broker can still answer within {@link
   * #ANSWER_TIMEOUT}.
   */
  private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(2);

  private static final int MOST_NAMED = 5;

  private final String role;
  private final List<String> topics;
  private final KafkaConnection connection;
  private final Map<String, Object> properties;

  /** Used only by the watching thread once it runs; null while no broker's name resolves. */
  private @Nullable Admin admin;

  private final MeterRegistry meters;
  private final Gauge gauge;
  private final Gauge unavailable;
  private final Reachability reachability = new Reachability();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable String away;
  private volatile TopicHealth topicHealth = TopicHealth.WELL;
  private boolean ill;
  private long illSinceNanos;

  private KafkaWatch(
      String role, KafkaConnection kafka, Collection<String> topics, MeterRegistry meters) {
    this.role = role;
    this.topics = List.copyOf(topics);
    this.connection = kafka;
    this.properties = kafka.clientProperties();
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "keeling-" + role + "-watch");
    properties.put(
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(BROKER_TIMEOUT.toMillis()));
    properties.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(ANSWER_TIMEOUT.toMillis()));
    try {
      this.admin = Admin.create(properties);
    } catch (KafkaException e) {
      if (!UnknownBrokers.caused(e)) {
        throw e;
      }
    }
    this.meters = meters;
    this.gauge =
        Gauge.builder("keeling.kafka.reachable", this, watch -> watch.reachable() ? 1 : 0)
            .description("1 while Kafka answers this role, 0 in an outage")
            .tag("role", role)
            .register(meters);
    this.unavailable =
        Gauge.builder("keeling.kafka.unavailable", this, watch -> watch.topicHealth.unavailable())
            .description("Partitions of this role's topics for which no leader answers")
            .baseUnit("partitions")
            .tag("role", role)
            .register(meters);
    this.thread = Threads.daemon("keeling-" + role + "-kafka-watch", this::watch);
  }

  /**
   * Starts watching. Until the first answer, Kafka counts as reachable.
   *
   * @param role the role's name in problems and log lines
   * @param topics the topics that the role reads and writes
   * @throws org.apache.kafka.common.KafkaException if the properties of the connection are invalid
   */
  public static KafkaWatch start(
      String role, KafkaConnection kafka, Collection<String> topics, MeterRegistry meters) {
    KafkaWatch watch = new KafkaWatch(role, kafka, topics, meters);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      boolean answered = true;
      while (!closing.await(
          (answered ? INTERVAL : RETRY_INTERVAL).toMillis(), TimeUnit.MILLISECONDS)) {
        answered = ask();
      }
    } catch (InterruptException | InterruptedException e) {
      // The watch is being closed.
    } finally {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    }
  }

  private boolean ask() {
    long asked = System.nanoTime();
    boolean well;
    try {
      well = take(describe(connected()), asked);
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException
        | Error e) { // uncaught, it would end the thread and freeze the last result
      failed(asked, e);
      return false;
    }
    reachability
        .answered(System.nanoTime())
        .ifPresent(
            length -> {
              LOG.info("{}: Kafka answers again after {} s", role, length.toSeconds());
              away = null;
            });
    return well;
  }

  /**
   * Evaluates an answer, and returns whether the topics can be used. Two equal answers in a row are
   * needed, as leaders move when a broker starts or stops.
   */
  private boolean take(TopicHealth now, long asked) {
    boolean before = ill;
    ill = now.problem() != null;
    if (ill && !before) {
      illSinceNanos = asked;
    }
    if (ill == before) {
      tell(topicHealth.problem(), now.problem());
      topicHealth = now;
    }
    return !ill;
  }

  private void tell(@Nullable String before, @Nullable String now) {
    if (before == null && now != null) {
      LOG.warn("{}: waiting until its topics can be used: {}", role, now);
    } else if (before != null && now == null) {
      LOG.info(
          "{}: all topics can be read and written again, after {} s",
          role,
          Duration.ofNanos(System.nanoTime() - illSinceNanos).toSeconds());
    }
  }

  private void failed(long asked, Throwable failure) {
    if (reachability.failed(asked)) {
      Instant since =
          Instant.now().minusNanos(System.nanoTime() - asked).truncatedTo(ChronoUnit.SECONDS);
      String why =
          UnknownBrokers.caused(failure)
              ? "Kafka does not answer: " + UnknownBrokers.line(connection)
              : KafkaRefusals.line(failure, "Kafka")
                  .orElse("Kafka does not answer: " + failure.getClass().getSimpleName());
      LOG.warn("{}: waiting until Kafka answers: {}", role, why);
      away = "%s: waiting since %s, nothing is lost: %s".formatted(role, since, why);
    }
  }

  private Admin connected() {
    Admin connected = admin;
    if (connected == null) {
      connected = Admin.create(properties);
      admin = connected;
    }
    return connected;
  }

  private TopicHealth describe(Admin admin) {
    List<TopicDescription> described = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
        admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        described.add(KafkaFutures.get(topic.getValue()));
      } catch (UnknownTopicOrPartitionException e) {
        missing.add(topic.getKey());
      }
    }
    return TopicHealth.of(described, missing, silent(admin, described), MOST_NAMED);
  }

  /**
   * Returns the partitions whose leader does not answer. Without a majority of controllers no other
   * leader is elected, and the remaining brokers continue to name the absent broker as leader.
   */
  private Set<TopicPartition> silent(Admin admin, List<TopicDescription> topics) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicDescription topic : topics) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        if (TopicHealth.hasLeader(partition)) {
          asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
        }
      }
    }
    ListOffsetsResult answers = admin.listOffsets(asked);
    Set<TopicPartition> silent = new HashSet<>();
    for (TopicPartition partition : asked.keySet()) {
      try {
        KafkaFutures.get(answers.partitionResult(partition));
      } catch (InterruptException | AuthorizationException e) {
        throw e;
      } catch (KafkaException e) {
        silent.add(partition);
      }
    }
    return silent;
  }

  /** Returns why the role cannot read or write, one line for each problem; empty if it can. */
  public List<String> problems() {
    String outage = away;
    if (outage != null) {
      return List.of(outage);
    }
    String problem = topicHealth.problem();
    return problem == null ? List.of() : List.of(role + ": " + problem);
  }

  public boolean reachable() {
    return away == null;
  }

  /** Whether the role cannot finish its work because Kafka or topics are unavailable. */
  public boolean outage() {
    return away != null || topicHealth.problem() != null;
  }

  /**
   * Whether writes may have to wait for replicas that are out of sync. May return true although no
   * write waits, as the role has no right to ask how many replicas a topic requires.
   */
  public boolean writesMayWait() {
    return topicHealth.writesMayWait();
  }

  @Override
  public synchronized void close() {
    if (closing.getCount() > 0) {
      closing.countDown();
      thread.interrupt();
      meters.remove(gauge);
      meters.remove(unavailable);
    }
  }
}
