package io.keeling.enrich;

import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.enrich.topology.EnrichMetrics;
import io.keeling.enrich.topology.EnrichStreamsSettings;
import io.keeling.enrich.topology.EnrichTopology;
import io.keeling.enrich.topology.KafkaArticleArchive;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.Changelogs;
import io.keeling.runtime.streams.ThreadFailures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** Enrich as a release to come may be: its topology has one store more. */
final class NextRelease implements AutoCloseable {

  private final KafkaStreams streams;
  private final ThreadFailures failures = new ThreadFailures("next release", kind -> {});

  NextRelease(KafkaConnection connection, EnrichConfig config) {
    AnnotatorResources resources = Enrich.resources(config);
    EnrichMetrics meters = new EnrichMetrics(new SimpleMeterRegistry());
    Topology topology =
        EnrichTopology.build(
            () -> new Annotator(resources),
            new RecordDeadline(),
            () -> new KafkaArticleArchive(connection),
            meters);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore("added"), Serdes.String(), Serdes.String()),
        "annotate");
    Properties settings = EnrichStreamsSettings.of(connection, config, meters);
    Changelogs.create(connection, topology, settings);
    streams = new KafkaStreams(topology, settings);
    streams.setUncaughtExceptionHandler(failures);
    streams.start();
  }

  boolean running() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    failures.close();
    streams.close(Duration.ofSeconds(10));
  }
}
