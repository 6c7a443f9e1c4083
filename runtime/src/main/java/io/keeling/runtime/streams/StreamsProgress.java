package io.keeling.runtime.streams;

import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.health.ConsumerMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The progress of the threads and tasks of a Streams application, for a {@code ProgressWatch}. Four
 * checks reveal every stall that Streams does not report:
 *
 * <ul>
 *   <li>a thread must keep finishing rounds or beginning records, or it hangs in a record;
 *   <li>a task with records to fetch, or with an unfinished record, must begin new records, or its
 *       thread spins without progress or fails at the same record again and again;
 *   <li>an application that is not running must be restoring state, or it waits for partitions or
 *       for offsets that Kafka withholds (UNSTABLE_OFFSET_COMMIT);
 *   <li>the group must answer a thread's heartbeats, or the thread is not a member.
 * </ul>
 *
 * <p>A task with nothing to fetch is idle, and so is an instance without tasks if there are more
 * instances than partitions. Threads share it.
 */
public final class StreamsProgress implements StateRestoreListener {

  /**
   * How long after its beginning an unfinished record counts as waiting: more than twice what a
   * record may take by default.
   */
  private static final Duration UNFINISHED = Duration.ofSeconds(45);

  private record Begun(String topic, int partition, long offset, long count) {}

  /** A record that failed or is being worked on, and when it was last begun. */
  private record Unfinished(long offset, long nanos) {}

  private final Map<String, Begun> byThread = new ConcurrentHashMap<>();

  /** The highest offset ever begun of each partition. */
  private final Map<TopicPartition, Long> highest = new ConcurrentHashMap<>();

  private final Map<TopicPartition, Unfinished> unfinished = new ConcurrentHashMap<>();

  private final AtomicLong restored = new AtomicLong();

  /**
   * Wraps a supplier so that the work of its processors is watched. To be used for the first
   * processor of each task.
   */
  public <KIn, VIn, KOut, VOut> ProcessorSupplier<KIn, VIn, KOut, VOut> watched(
      ProcessorSupplier<KIn, VIn, KOut, VOut> processors) {
    return () -> new WatchedProcessor<>(processors.get(), this::around);
  }

  /** Runs the work on a record, if there is one, between recording its beginning and its end. */
  private void around(Optional<RecordMetadata> record, Runnable work) {
    record.ifPresent(this::begins);
    work.run();
    record.ifPresent(this::finishes);
  }

  private void begins(RecordMetadata record) {
    begins(record.topic(), record.partition(), record.offset());
  }

  /** Records that a record became a dead letter before any processor got it. */
  public void deadLettered(RecordOrigin record) {
    begins(record.topic(), record.partition(), record.offset());
    unfinished.remove(new TopicPartition(record.topic(), record.partition()));
  }

  private void finishes(RecordMetadata record) {
    unfinished.remove(new TopicPartition(record.topic(), record.partition()));
  }

  private void begins(String topic, int partition, long offset) {
    byThread.compute(
        Thread.currentThread().getName(),
        (name, before) ->
            new Begun(topic, partition, offset, before == null ? 1 : before.count + 1));
    TopicPartition place = new TopicPartition(topic, partition);
    highest.merge(place, offset, Math::max);
    unfinished.put(place, new Unfinished(offset, System.nanoTime()));
  }

  public List<Activity> activities(KafkaStreams streams) {
    KafkaStreams.State state = streams.state();
    List<Activity> result = new ArrayList<>();
    result.add(
        new Activity(
            "Streams",
            state != KafkaStreams.State.RUNNING,
            restored.get(),
            "it is " + state.name().toLowerCase(Locale.ROOT) + " and restores no state"));
    if (!state.isRunningOrRebalancing()) {
      return result;
    }
    StreamsMetrics metrics = StreamsMetrics.of(streams.metrics());
    Collection<ThreadMetadata> threads = streams.metadataForLocalThreads();
    Set<String> alive = new HashSet<>();
    for (ThreadMetadata thread : threads) {
      if (!thread.threadState().equals("DEAD")) {
        alive.add(thread.threadName());
        result.add(loop(thread, metrics));
        result.add(membership(thread, metrics));
        thread.activeTasks().forEach(task -> result.add(task(task, thread, metrics)));
      }
    }
    byThread.keySet().retainAll(alive);
    return result;
  }

  private Activity loop(ThreadMetadata thread, StreamsMetrics metrics) {
    Begun begun = byThread.get(thread.threadName());
    long rounds = metrics.polls(thread.threadName());
    return new Activity(
        shortName(thread),
        true,
        rounds + (begun == null ? 0 : begun.count),
        begun == null
            ? "it has begun no record"
            : "last at %s-%d, offset %d".formatted(begun.topic, begun.partition, begun.offset));
  }

  private static Activity membership(ThreadMetadata thread, StreamsMetrics metrics) {
    return new Activity(
        "membership of " + shortName(thread),
        true,
        metrics.heartbeats(thread.consumerClientId()),
        "its group does not answer it");
  }

  private Activity task(TaskMetadata task, ThreadMetadata thread, StreamsMetrics metrics) {
    long done = 0;
    String at = "";
    for (TopicPartition partition : task.topicPartitions()) {
      Long begun = highest.get(partition);
      done += begun == null ? 0 : begun + 1;
      long lag = metrics.lag(thread.consumerClientId(), partition);
      at = at.isEmpty() ? unfinished(partition) : at;
      if (lag > 0 && at.isEmpty()) {
        at =
            "%d records wait in %s%s"
                .formatted(lag, partition, begun == null ? "" : " behind offset " + begun);
      }
    }
    return new Activity("task " + task.taskId(), !at.isEmpty(), done, at);
  }

  /**
   * Returns the unfinished record of a partition; empty if there is none. It may be the partition's
   * last record, which the lag no longer includes once it is fetched.
   */
  String unfinished(TopicPartition partition) {
    Unfinished record = unfinished.get(partition);
    return record == null || System.nanoTime() - record.nanos() > UNFINISHED.toNanos()
        ? ""
        : "offset %d of %s is not finished".formatted(record.offset(), partition);
  }

  private static String shortName(ThreadMetadata thread) {
    String name = thread.threadName();
    int index = name.lastIndexOf("StreamThread-");
    return index < 0 ? name : name.substring(index);
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    restored.incrementAndGet();
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
    restored.addAndGet(Math.max(1, records));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long records) {
    restored.incrementAndGet();
  }

  private record StreamsMetrics(
      Map<String, Long> polls, Map<String, Long> heartbeats, Map<String, Map<String, Long>> lags) {

    static StreamsMetrics of(Map<MetricName, ? extends Metric> metrics) {
      StreamsMetrics result = new StreamsMetrics(new HashMap<>(), new HashMap<>(), new HashMap<>());
      metrics.forEach(
          (name, metric) -> {
            Map<String, String> tags = name.tags();
            switch (name.name()) {
              case "poll-total" ->
                  result.polls.put(tags.get("thread-id"), ConsumerMetrics.number(metric));
              case "heartbeat-total" ->
                  result.heartbeats.put(tags.get("client-id"), ConsumerMetrics.number(metric));
              case "records-lag" ->
                  result
                      .lags
                      .computeIfAbsent(tags.get("client-id"), client -> new HashMap<>())
                      .put(ConsumerMetrics.partition(tags), ConsumerMetrics.number(metric));
              default -> {}
            }
          });
      return result;
    }

    long polls(String thread) {
      return polls.getOrDefault(thread, 0L);
    }

    long heartbeats(String client) {
      return heartbeats.getOrDefault(client, 0L);
    }

    long lag(String client, TopicPartition partition) {
      return lags.getOrDefault(client, Map.of())
          .getOrDefault(ConsumerMetrics.partition(partition.topic(), partition.partition()), 0L);
    }
  }
}
