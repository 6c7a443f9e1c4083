package io.keeling.runtime.streams;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of all roles that run Kafka Streams. */
public final class StreamsDefaults {

  /**
   * How long a thread waits for records, in milliseconds. It commits only between two waits, so
   * with Kafka's default of 100 the commit of every stage may be delayed by as much.
   * docs/studies/where-the-chain-spends-its-time.md has the effect of 10. {@code poll.ms} in {@code
   * kafka.properties} overrides it.
   */
  private static final int POLL_MILLIS = 10;

  private StreamsDefaults() {}

  /**
   * Returns the settings: exactly once, with records as large as the topics allow, in bounded
   * memory.
   *
   * @param application the application's id: the prefix of its internal topics and the group of its
   *     consumers
   * @param commitInterval time between the transactions of an idle thread; that of a busy thread is
   *     five times as long, but at most a second
   */
  public static Map<String, Object> of(
      KafkaConnection kafka,
      String application,
      Path stateDirectory,
      int threads,
      Duration commitInterval) {
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.longest(commitInterval).toMillis());
    settings.put(
        StreamsConfig.mainConsumerPrefix(StreamsClients.COMMIT_MILLIS), commitInterval.toMillis());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, StreamsClients.class);
    settings.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    BoundedStateMemory.configure(settings);
    // Internal topics contain whole articles.
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(Topics.LARGEST_RECORD));
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.LARGEST_RECORD);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), Topics.CODEC);
    return settings;
  }
}
