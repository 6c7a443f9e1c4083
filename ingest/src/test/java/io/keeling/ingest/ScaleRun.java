package io.keeling.ingest;

import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScalePress;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Kafka and instances of ingest, for tests on a generated press. For one thread. */
final class ScaleRun implements AutoCloseable {

  private final Path directory;
  private final EmbeddedKafka kafka;
  private final KafkaConnection connection;
  private final TopicReader articles;
  final MeterRegistry meters = new SimpleMeterRegistry();

  ScaleRun(Path directory, int partitions) throws Exception {
    this.directory = directory;
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, partitions, Optional.empty());
    }
    articles = new TopicReader(kafka.bootstrapServers(), Topics.ARTICLES.name());
  }

  /** An instance whose requests tell it by its user agent. */
  Ingest start(String agent, Duration pause, FetchConfig fetch) {
    return Ingest.start(connection, config(agent, pause, fetch, state(agent)), meters);
  }

  /** An instance in a process of its own, which can be killed. */
  Process startProcess(String agent, Duration pause) throws IOException {
    return IngestProcess.java(
            IngestProcess.class,
            kafka.bootstrapServers(),
            agent,
            pause.toString(),
            state(agent).toString())
        .start();
  }

  private Path state(String agent) {
    return directory.resolve("state-" + agent);
  }

  /** One thread, so that several of them have room on one machine. */
  static StreamsRunConfig streams(Path state, Duration commitInterval) {
    return new StreamsRunConfig(state, 1, commitInterval);
  }

  static IngestConfig config(String agent, Duration pause, FetchConfig fetch, Path state) {
    return IngestConfig.defaults()
        .with(
            PolitenessConfig.defaults().withAgent(agent).withPause(pause),
            fetch,
            NetworkConfig.local(),
            streams(state, Duration.ofMillis(100)));
  }

  void watch(ScalePress press) throws Exception {
    List<Source> sources = new ArrayList<>();
    for (String feed : press.feeds()) {
      sources.add(
          new Source("source-" + sources.size(), SourceKind.FEED, feed, "Paper", "en", null, null));
    }
    try (SourceCatalogue catalogue = new SourceCatalogue(connection)) {
      catalogue.putAll(sources);
    }
  }

  /** The addresses of the articles so far. */
  Set<String> articles() {
    return Set.copyOf(versions());
  }

  /** The addresses of the articles so far, once for each version that was written. */
  List<String> versions() {
    List<String> urls = new ArrayList<>();
    articles
        .all()
        .forEach(
            r -> urls.add(ContractSerdes.ARTICLE.deserialize(r.topic(), r.value()).canonicalUrl()));
    return urls;
  }

  /** The requests of one instance. */
  static List<LoggedRequest> of(ScalePress press, String agent) {
    return press.requests().all().stream()
        .filter(r -> r.userAgent() != null && r.userAgent().startsWith(agent + "/"))
        .toList();
  }

  @Override
  public void close() throws Exception {
    articles.close();
    kafka.close();
  }
}
