package io.keeling.bench.chain;

import io.keeling.runtime.kafka.KafkaConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Records when articles were first seen somewhere, by a thread that looks for them. Threads may
 * share it. Times are {@link System#nanoTime}.
 */
final class Arrivals implements AutoCloseable {

  /** How often the tables are asked: it adds at most this to a latency. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

  private static final String SINCE =
      "SELECT id, stored_at FROM article WHERE stored_at >= ? ORDER BY stored_at";

  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean open = true;
  private volatile @Nullable Exception problem;

  /** Looks until it is closed. */
  private interface Look {
    void run() throws Exception;
  }

  private Arrivals(String name, Function<Arrivals, Look> look) {
    Look looking = look.apply(this);
    thread =
        new Thread(
            () -> {
              try {
                looking.run();
              } catch (Exception e) {
                problem = e;
              }
            },
            name);
    thread.start();
  }

  /** Looks for committed records of a topic whose keys are ids, from its end on. */
  static Arrivals in(KafkaConnection kafka, String topic) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new Arrivals("arrivals-" + topic, arrivals -> () -> arrivals.read(consumer));
  }

  /** Looks for rows that another connection sees, from now on; one sink at a time may write. */
  static Arrivals in(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    Timestamp start;
    try (ResultSet now = connection.createStatement().executeQuery("SELECT clock_timestamp()")) {
      now.next();
      start = now.getTimestamp(1);
    }
    return new Arrivals("arrivals-article", arrivals -> () -> arrivals.query(connection, start));
  }

  private void read(KafkaConsumer<String, byte[]> consumer) {
    try (consumer) {
      while (open) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          seen.putIfAbsent(record.key(), System.nanoTime());
        }
      }
    }
  }

  private void query(Connection connection, Timestamp start) throws Exception {
    Timestamp last = start;
    try (connection;
        PreparedStatement statement = connection.prepareStatement(SINCE)) {
      while (open) {
        statement.setTimestamp(1, last);
        try (ResultSet rows = statement.executeQuery()) {
          long now = System.nanoTime();
          while (rows.next()) {
            seen.putIfAbsent(rows.getString(1), now);
            last = rows.getTimestamp(2);
          }
        }
        Thread.sleep(POLL_INTERVAL.toMillis());
      }
    }
  }

  /**
   * Waits until so many are there.
   *
   * @throws IllegalStateException if nothing comes for a minute or they cannot be looked for
   */
  Arrivals await(int count) throws InterruptedException {
    int before = -1;
    for (long changed = System.nanoTime(); seen.size() < count; ) {
      if (seen.size() != before) {
        before = seen.size();
        changed = System.nanoTime();
      } else if (problem != null || System.nanoTime() - changed > 60_000_000_000L) {
        throw new IllegalStateException(
            thread.getName() + " has " + before + " articles of " + count, problem);
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
    return this;
  }

  /** Times by article. */
  Map<String, Long> times() {
    return new HashMap<>(seen);
  }

  /**
   * Articles a second until the last arrived.
   *
   * @param start when the work began
   */
  double speed(long start) {
    return seen.size() / ((Collections.max(seen.values()) - start) / 1e9);
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
