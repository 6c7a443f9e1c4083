package io.keeling.ingest.topology;

import io.keeling.contract.deadletter.Stage;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.source.StateNames;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.StreamsDeadLetters;
import io.keeling.runtime.streams.StreamsDefaults;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams settings of the topology. */
public final class IngestStreamsSettings {

  /**
   * Memory for the caches of the state stores, in bytes: none. With each cached entry, Kafka
   * Streams would also keep in memory the whole page that led to the entry, without counting the
   * page's size.
   */
  private static final long CACHE_BYTES = 0;

  /**
   * Maximum number of records of one partition that are buffered, and that are taken from Kafka at
   * a time: few, as pages may be large.
   */
  private static final int BUFFERED_RECORDS = 64;

  /**
   * Maximum number of bytes taken from Kafka at a time, unless a single record is larger: a little
   * more than the largest record, 12 MiB.
   */
  private static final int FETCH_BYTES = 16 * 1024 * 1024;

  private IngestStreamsSettings() {}

  public static Properties of(KafkaConnection kafka, IngestConfig ingest, IngestMetrics metrics) {
    StreamsRunConfig config = ingest.streams();
    Map<String, Object> settings =
        StreamsDefaults.of(
            kafka,
            StateNames.APPLICATION,
            config.stateDirectory(),
            config.threads(),
            config.commitInterval());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    StreamsDeadLetters.configure(
        settings,
        Stage.READ,
        letter -> {
          metrics.progress().deadLettered(letter.origin());
          metrics.deadLetter(letter);
        });
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED_RECORDS);
    // The same session time-out as the fetcher's, as both must outlast the pauses of one process.
    ingest
        .instances()
        .session()
        .forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), FETCH_BYTES);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
