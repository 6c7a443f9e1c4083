package io.keeling.enrich.topology;

import io.keeling.contract.deadletter.Stage;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.StreamsDeadLetters;
import io.keeling.runtime.streams.StreamsDefaults;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Streams configuration of the enrichment. */
public final class EnrichStreamsSettings {

  /** Records buffered for each partition before its consumer pauses. */
  private static final int BUFFERED_RECORDS = 100;

  /**
   * Records per poll. A thread polls again only after the last records are processed, and until
   * then no article receives its story. Tagging an article takes some 10 ms, so ten articles take a
   * tenth of a second.
   */
  private static final int POLLED_RECORDS = 10;

  /**
   * Bytes fetched at once from a partition: some ten articles. Records are processed in the order
   * they were fetched, so more articles would delay all stories.
   */
  private static final int FETCHED_BYTES = 64 * 1024;

  /**
   * How long an instance may be silent before another takes over, in milliseconds. It is the
   * default of ingest. Here it is not a setting, because no fetch from a slow host depends on it.
   */
  private static final int SESSION_MILLIS = 10_000;

  private EnrichStreamsSettings() {}

  /**
   * Properties for Streams: exactly once, failures become dead letters, records as large as the
   * topics allow.
   */
  public static Properties of(KafkaConnection kafka, EnrichConfig config, EnrichMetrics meters) {
    Map<String, Object> settings =
        StreamsDefaults.of(
            kafka,
            EnrichConfig.APPLICATION_ID,
            config.stateDirectory(),
            config.threads(),
            config.commitInterval());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    StreamsDeadLetters.configure(settings, Stage.ENRICH, meters::deadLetter);
    // Only for the main consumer: the one that restores state must be fast.
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLLED_RECORDS);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        FETCHED_BYTES);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
    // Articles that came before enrichment first ran are tagged too.
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
