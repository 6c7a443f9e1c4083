package io.keeling.enrich.topology;

import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.streams.BoundedStateMemory;
import io.keeling.contract.streams.StreamsDeadLetters;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.EnrichConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Streams configuration of the enrichment. Stateless; threads may share it. */
public final class StreamsSettings {

  /** Records buffered for each partition before its consumer pauses. */
  private static final int BUFFERED_RECORDS = 100;

  /**
   * How long a thread waits for records, in milliseconds. It commits only between two waits, so
   * with the usual 100 a commit comes up to so much later than its interval says, at every hop.
   */
  private static final int POLL_MILLIS = 10;

  /**
   * Records of one poll: a thread polls again only when it has worked through the last, and until
   * then no article hears of its story. Tagging one takes some 10 ms, so this is a tenth of a
   * second.
   */
  private static final int POLLED_RECORDS = 10;

  /**
   * Bytes fetched at once of a partition, some ten articles, for the same reason: what is fetched
   * is worked through in the order it came, and a backlog of articles would go before all stories.
   */
  private static final int FETCHED_BYTES = 64 * 1024;

  /** After so long without a sign of life another instance takes over, in milliseconds. */
  private static final int SESSION_MILLIS = 10_000;

  private StreamsSettings() {}

  /**
   * Streams' properties: exactly once, failures to dead letters, records as large as the topics'.
   */
  public static Properties of(KafkaConnection kafka, EnrichConfig config, EnrichMeters meters) {
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    settings.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    BoundedStateMemory.configure(settings);
    StreamsDeadLetters.configure(settings, Stage.ENRICH, meters::deadLetter);
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.LARGEST_RECORD);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.LARGEST_RECORD);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), Topics.CODEC);
    // Neither is for the consumer that reads state back, which is to be fast.
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLLED_RECORDS);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        FETCHED_BYTES);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
    // An article that came before enrichment first ran is an article like any other.
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
