package io.keeling.deploy.prometheus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.demo.PressSources;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.metrics.ProcessMetrics;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All roles on the fictional press, each with metrics of its own as if it were alone in its
 * process, and the faults that can be made in it. Not for sharing between threads.
 */
final class WatchedKeeling implements AutoCloseable {

  private final KeelingConfig config;
  private final Newsroom press;
  private final OutsideSite outside;
  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase postgres;
  private final Closing roles = new Closing();
  private final AutoCloseable healthOfEnrich;

  WatchedKeeling(Path directory) throws Exception {
    press = Newsroom.start(NewsroomConfig.defaults());
    outside = new OutsideSite();
    List<Integer> ports = FreePorts.find(7);
    config = ConfigLoader.ofText("demo.yaml", settings(directory, ports), Map.of()).load();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), ports.get(0));
    postgres = EmbeddedDatabase.start(directory.resolve("postgres"), ports.get(1));
    Kafka.ensureTopics(config.kafka());
    watch(PressSources.of(press));
    watch(List.of(source("long", outside.address("/long")), source("dead", deadAddress())));
    start(Roles::sink);
    start(Roles::feeds);
    healthOfEnrich = start(Roles::enrich);
    start(Roles::ingest);
  }

  private static String settings(Path directory, List<Integer> ports) throws IOException {
    ObjectNode settings =
        (ObjectNode) Rules.YAML.readTree(Path.of("../app/src/main/resources/demo.yaml").toFile());
    ObjectNode hosts = (ObjectNode) settings.at("/ingest/network/hostAddresses");
    hosts.put(OutsideSite.HOST, "127.0.0.1");
    hosts.put("dead.localhost", "127.0.0.1");
    ObjectNode over =
        (ObjectNode)
            Rules.YAML.readTree(
                """
                kafka: {bootstrapServers: "127.0.0.1:%d"}
                database: {url: "jdbc:postgresql://127.0.0.1:%d/postgres", user: postgres}
                feeds: {port: %d, search: {directory: "%s/search"}}
                health: {ingestPort: %d, enrichPort: %d, sinkPort: %d, feedsPort: %d}
                enrich: {stateDirectory: "%s/enrich"}
                ingest:
                  streams: {stateDirectory: "%s/ingest"}
                  schedule: {linksPerPage: %d, longestBackoff: 5s}
                  sourceHealth: {factor: 1, deadAfter: 1m, silentAfter: 1m, longest: 1m}
                """
                    .formatted(
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        directory,
                        ports.get(3),
                        ports.get(4),
                        ports.get(5),
                        ports.get(6),
                        directory,
                        directory,
                        OutsideSite.LINKS - 10));
    settings.remove("embedded");
    Rules.YAML.readerForUpdating(settings).readValue(over);
    return Rules.YAML.writeValueAsString(settings);
  }

  private AutoCloseable start(Function<Roles, RunningRole> starter) {
    Roles made = new Roles(config, ProcessMetrics.registry());
    return roles.add(made.health(roles.add(starter.apply(made))));
  }

  private static Source source(String id, String url) {
    return new Source(id, SourceKind.FEED, url, id, "en", null, null);
  }

  /** Where nobody listens. */
  private static String deadAddress() {
    return "http://dead.localhost:" + FreePorts.find() + "/feed";
  }

  private void watch(List<Source> sources) {
    try (SourceCatalogue catalogue = new SourceCatalogue(config.kafka().connection())) {
      catalogue.putAll(sources);
    }
  }

  KeelingConfig config() {
    return config;
  }

  /** Where Prometheus looks. */
  List<Integer> ports() {
    return List.of(
        config.health().ingestPort(),
        config.health().enrichPort(),
        config.health().sinkPort(),
        config.health().feedsPort());
  }

  void addSourceThatLeadsInside() {
    watch(List.of(source("inside", outside.address("/inside"))));
  }

  /** Brings out the last edition of every article. */
  void correctPress() {
    press.correctAll();
  }

  void stopPress() {
    press.close();
  }

  void stopDatabase() throws IOException {
    postgres.close();
  }

  void stopKafka() {
    kafka.close();
  }

  void stopHealthOfEnrich() throws Exception {
    healthOfEnrich.close();
  }

  @Override
  public void close() throws IOException {
    roles.close();
    postgres.close();
    kafka.close();
    outside.close();
    press.close();
  }
}
