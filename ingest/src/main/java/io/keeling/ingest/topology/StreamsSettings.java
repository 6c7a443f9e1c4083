package io.keeling.ingest.topology;

import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.streams.BoundedStateMemory;
import io.keeling.contract.streams.StreamsDeadLetters;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.IngestConfig;
import io.keeling.ingest.StreamsRunConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings under which the topology runs. Stateless. */
public final class StreamsSettings {

  /**
   * How long a thread waits for records, in milliseconds. It commits only between two waits, so
   * with the usual 100 a commit comes up to so much later than its interval says, at every hop. Who
   * wants another sets {@code poll.ms} in {@code kafka.properties}.
   */
  private static final int POLL_MILLIS = 10;

  private StreamsSettings() {}

  public static Properties of(KafkaConnection kafka, IngestConfig ingest, IngestMetrics metrics) {
    StreamsRunConfig config = ingest.streams();
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, IngestTopology.APPLICATION);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, config.cacheBytes());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, config.bufferedRecords());
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    BoundedStateMemory.configure(settings);
    StreamsDeadLetters.configure(
        settings,
        Stage.READ,
        letter -> {
          metrics.progress().buries(letter.origin());
          metrics.deadLetter(letter);
        });
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.LARGEST_RECORD);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), Topics.CODEC);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        config.bufferedRecords());
    ingest
        .instances()
        .session()
        .forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), config.fetchBytes());
    // Internal topics carry whole articles, which may be as large as a record of articles.
    settings.put(
        StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(Topics.LARGEST_RECORD));
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
