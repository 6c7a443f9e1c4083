package io.keeling.ingest.topology;

import io.keeling.contract.deadletter.Stage;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.frontier.state.StateNames;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.StreamsDeadLetters;
import io.keeling.runtime.streams.StreamsDefaults;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings under which the topology runs. */
public final class IngestStreamsSettings {

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
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, config.cacheBytes());
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, config.bufferedRecords());
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    StreamsDeadLetters.configure(
        settings,
        Stage.READ,
        letter -> {
          metrics.progress().deadLettered(letter.origin());
          metrics.deadLetter(letter);
        });
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        config.bufferedRecords());
    // As long as the fetchers' session, which is a setting: both go by the pauses of one process.
    ingest
        .instances()
        .session()
        .forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), config.fetchBytes());
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
