package io.keeling.ingest.backfill;

import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.source.StateNames;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The unread records of the pipeline's stages. A backfill waits until there are few enough of them.
 * So it sends only as fast as the pipeline reads, and only a bounded number of its records delay
 * live ones. Not thread-safe.
 */
public final class Backlog implements AutoCloseable {

  /**
   * A stage and its input.
   *
   * @param group the stage's consumer group
   * @param topic the topic it reads
   * @param required if true, a group that has never read anything counts as having the whole topic
   *     unread; if false, it counts as absent
   */
  public record Stage(String group, String topic, boolean required) {}

  public static final Stage READER = new Stage(StateNames.APPLICATION, Topics.PAGES.name(), true);

  /** Is notified which stage a backfill waits for. */
  public interface WaitListener {
    /** Called ten times a second while the backfill waits. */
    void waiting(Stage stage, long unread);
  }

  /**
   * Milliseconds between two checks of the stages: the time to read about ten pages. Each check
   * makes three requests to the broker; the pace does not depend on the interval.
   */
  private static final long PAUSE = 100;

  /** Milliseconds that Kafka may be unavailable; longer than a broker takes to restart. */
  public static final int BROKER_PATIENCE = 120_000;

  private final Admin admin;
  private final List<Stage> stages;
  private final BackfillConfig config;
  private final WaitListener listener;
  private final Map<Stage, Pace> paces;

  public Backlog(
      KafkaConnection kafka, List<Stage> stages, BackfillConfig config, WaitListener listener) {
    this.admin = admin(kafka);
    this.stages = List.copyOf(stages);
    this.config = config;
    this.listener = listener;
    this.paces =
        stages.stream().collect(Collectors.toMap(stage -> stage, stage -> new Pace(config)));
  }

  /** Returns an admin client that waits for an unavailable broker as long as a backfill does. */
  public static Admin admin(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BROKER_PATIENCE);
    return Admin.create(properties);
  }

  public int firstRoom() {
    return paces.values().stream().mapToInt(Pace::stride).min().orElse(config.stride());
  }

  /**
   * Waits until a stride (a batch of records) can be sent without leaving any stage more unread
   * records than allowed.
   *
   * @return how many records may be sent before the next call, from one to a stride
   * @throws StalledException if a stage reads nothing for longer than the configured patience
   * @throws KafkaException if the broker is unavailable for too long
   */
  public int awaitRoom() {
    return stages.stream().mapToInt(this::awaitRoom).min().orElse(config.stride());
  }

  private int awaitRoom(Stage stage) {
    Pace pace = Objects.requireNonNull(paces.get(stage));
    long read = -1;
    long since = System.nanoTime();
    while (true) {
      Progress now = progress(admin, stage);
      if (now.equals(ABSENT)) {
        return config.stride();
      }
      pace.seen(now.read(), now.unread(), System.nanoTime());
      if (now.unread() <= pace.allowed() - pace.stride()) {
        return pace.stride();
      }
      if (now.read() > read) {
        read = now.read();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > config.patience().toNanos()) {
        throw new StalledException(stage, now.unread(), config.patience());
      }
      listener.waiting(stage, now.unread());
      Utils.sleep(PAUSE);
    }
  }

  /** Returns how many records of its topic a stage has not committed as read. */
  public long unread(Stage stage) {
    return unread(admin, stage);
  }

  public static long unread(Admin admin, Stage stage) {
    return progress(admin, stage).unread();
  }

  /**
   * The progress of a stage, summed over all partitions.
   *
   * @param read offsets that the stage has committed
   * @param unread records after these offsets
   */
  private record Progress(long read, long unread) {}

  /** The progress of an optional stage that is absent, or of a stage whose topic is empty. */
  private static final Progress ABSENT = new Progress(0, 0);

  private static Progress progress(Admin admin, Stage stage) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        KafkaFutures.get(
            admin.listConsumerGroupOffsets(stage.group()).partitionsToOffsetAndMetadata());
    TopicDescription topic =
        KafkaFutures.get(admin.describeTopics(List.of(stage.topic())).allTopicNames())
            .get(stage.topic());
    List<TopicPartition> partitions =
        Objects.requireNonNull(topic).partitions().stream()
            .map(partition -> new TopicPartition(stage.topic(), partition.partition()))
            .toList();
    if (!stage.required() && partitions.stream().noneMatch(committed::containsKey)) {
      return ABSENT;
    }
    var starts = offsets(admin, partitions, OffsetSpec.earliest());
    var ends = offsets(admin, partitions, OffsetSpec.latest());
    long read = 0;
    long unread = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      long start = Objects.requireNonNull(starts.get(partition)).offset();
      long next = offset == null ? start : Math.max(start, offset.offset());
      read += next;
      unread += Math.max(0, Objects.requireNonNull(ends.get(partition)).offset() - next);
    }
    return new Progress(read, unread);
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
    return KafkaFutures.get(
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which))).all());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
