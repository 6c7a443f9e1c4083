package io.keeling.runtime.health;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.thread.Threads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects transactions that stay open too long on the topics of a role. Consumers of committed
 * records silently stop before an open transaction. Threads may share it.
 *
 * <p>An open transaction holds back the last stable offset of its partitions, and the offsets that
 * it commits. If an offset is held back at the same place in every check for {@link #LIMIT}, the
 * transaction is reported. An unanswered check restarts this period, because nobody can end a
 * transaction while the broker is away. Transactions already reported stay reported.
 */
public final class OpenTransactions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

  /**
   * How long a transaction may be open. Brokers abort transactions past their producer's time-out,
   * which they check every 10 s by default. Our longest time-out is that of {@code reprocess}, 20
   * s; the rest is for a broker that is slow or has just started.
   */
  static final Duration LIMIT = Duration.ofSeconds(45);

  /**
   * How often transactions are checked. The checks are rare enough to cost nothing, and frequent
   * enough to notice a transaction soon after it exceeds the limit.
   */
  static final Duration PERIOD = Duration.ofSeconds(10);

  /** Settings of a producer's time-out. A value set by an operator is added to {@link #LIMIT}. */
  private static final List<String> TIMEOUTS =
      List.of("transaction.timeout.ms", "producer.transaction.timeout.ms");

  /** Maximum number of partitions named in a line. All partitions may be held back at once. */
  private static final int NAMED = 3;

  private final String role;
  private final Duration limit;
  private final TransactionProbe probe;
  private final Standstills<HeldBack> standstills = new Standstills<>();
  private final ScheduledExecutorService thread;
  private Set<HeldBack> told = Set.of();
  private boolean complained;
  private volatile @Nullable String problem;
  private volatile int open;

  private OpenTransactions(String role, TransactionProbe probe, Duration limit, Duration period) {
    this.role = role;
    this.probe = probe;
    this.limit = limit;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> Threads.daemon("keeling-" + role + "-transactions", task));
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts checking in a separate thread.
   *
   * @param role the role's name in log lines
   * @param topics the topics that the role reads
   * @param application the Streams application whose internal topics and group are checked too;
   *     null for none
   * @throws KafkaException if the properties of the connection are invalid
   */
  static OpenTransactions watch(
      KafkaConnection kafka,
      String role,
      Set<String> topics,
      @Nullable String application,
      MeterRegistry meters) {
    OpenTransactions result = watch(kafka, role, topics, application, limit(kafka), PERIOD);
    Gauge.builder("keeling.transactions.open", result, OpenTransactions::open)
        .description("Partitions and offsets held back by transactions that are open for too long")
        .tag("role", role)
        .register(meters);
    return result;
  }

  /** Starts checking with another limit and period than {@link RoleHealth}. */
  public static OpenTransactions watch(
      KafkaConnection kafka,
      String role,
      Set<String> topics,
      @Nullable String application,
      Duration limit,
      Duration period) {
    return new OpenTransactions(
        role, new TransactionProbe(kafka, Set.copyOf(topics), application), limit, period);
  }

  /** Returns how long a transaction on this connection may be open before it is reported. */
  public static Duration limit(KafkaConnection kafka) {
    return LIMIT.plus(timeout(kafka));
  }

  private static Duration timeout(KafkaConnection kafka) {
    return TIMEOUTS.stream()
        .map(kafka.properties()::get)
        .filter(value -> value != null && value.matches("\\d{1,9}"))
        .map(value -> Duration.ofMillis(Long.parseLong(value)))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Returns one line about transactions that are open too long; empty if there are none. */
  public List<String> problems() {
    String line = problem;
    return line == null ? List.of() : List.of(line);
  }

  public int open() {
    return open;
  }

  private void look() {
    try {
      TransactionProbe.Look look = probe.look();
      long now = System.nanoTime();
      standstills.look(look.held(), look.unseen(), limit, now);
      tell(standstills.longerThan(limit, now));
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) { // uncaught, it would silently end the checks
      standstills.miss(limit, System.nanoTime());
      complain(e);
    }
  }

  /**
   * Logs once why transactions cannot be checked, unless Kafka is away, which {@link KafkaWatch}
   * reports.
   */
  private void complain(Throwable failure) {
    boolean away =
        failure instanceof KafkaException && !(failure instanceof AuthorizationException);
    if (!away && !complained && !thread.isShutdown()) {
      complained = true;
      LOG.warn("{}: cannot check for open transactions", role, failure);
    }
  }

  private void tell(Map<HeldBack, Duration> now) {
    if (now.isEmpty()) {
      problem = null;
      if (!told.isEmpty()) {
        LOG.info("{}: all transactions that were open too long have ended", role);
      }
    } else {
      String line = line(now);
      problem = role + ": " + line;
      if (!told.containsAll(now.keySet())) {
        LOG.warn("{}: {}", role, line);
      }
    }
    open = now.size();
    told = Set.copyOf(now.keySet());
  }

  private String line(Map<HeldBack, Duration> now) {
    Duration longest = now.values().stream().max(Duration::compareTo).orElseThrow();
    return line(
        Instant.now().minus(longest),
        now.keySet().stream().limit(NAMED).map(this::place).toList(),
        now.size());
  }

  /**
   * Returns the line about transactions that are open too long, for the health page, the log and
   * {@code keeling doctor}.
   *
   * @param since when the oldest one began or was last seen to move
   * @param places where the transactions are; the first few are named
   * @param count number of places
   */
  public static String line(Instant since, List<String> places, int count) {
    return "a transaction has been open since %s, so later records are not read, on %s%s: see docs/guarantees.md, \"A transaction that stays open\""
        .formatted(
            since.truncatedTo(ChronoUnit.SECONDS),
            places.stream().limit(NAMED).collect(Collectors.joining(", ")),
            count > NAMED ? " and " + (count - NAMED) + " more" : "");
  }

  /** Returns a partition with the producer of its transaction. */
  public static String place(Object partition, long producer) {
    return "%s (producer %d)".formatted(partition, producer);
  }

  private String place(HeldBack held) {
    var producer = probe.producer(held);
    return producer.isPresent() ? place(held, producer.getAsLong()) : held.toString();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    probe.close();
  }
}
