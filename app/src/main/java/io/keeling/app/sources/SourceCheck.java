package io.keeling.app.sources;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out how the last look at each source ended, from what lies in {@code keeling.pages}.
 * Threads may share it.
 */
public final class SourceCheck {

  /**
   * How far back each partition is read, in records, so that a check of a busy pipeline stays
   * short.
   */
  private static final long FARTHEST = 5_000;

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConnection kafka;

  public SourceCheck(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * The last outcome of each source that was looked at, by source id.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public Map<String, LastOutcome> lastOutcomes() {
    Map<String, LastOutcome> outcomes = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.PAGES.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      consumer.assign(partitions);
      consumer
          .beginningOffsets(partitions)
          .forEach(
              (partition, first) ->
                  consumer.seek(partition, Math.max(first, ends.get(partition) - FARTHEST)));
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      while (!ends.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          note(record, outcomes);
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    }
    return outcomes;
  }

  private static void note(
      ConsumerRecord<byte[], byte[]> record, Map<String, LastOutcome> outcomes) {
    try {
      Page page = Page.of(record.headers(), null);
      if (page.purpose() != FetchPurpose.ARTICLE) {
        LastOutcome now =
            new LastOutcome(page.outcome(), page.fetchedAt(), page.fetchedAt(), page.problem());
        outcomes.merge(page.sourceId(), now, (before, each) -> each.after(before));
      }
    } catch (IllegalArgumentException e) {
      // Not one of ours; the reader makes a dead letter of it.
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
