package io.keeling.deploy.prometheus;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.demo.PressSources;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.metrics.ProcessMetrics;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import io.keeling.runtime.kafka.KafkaFutures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * All roles on the fictional press and the faults that can be made in them: sink and desk each in a
 * process of its own, the others in this one, each with metrics of its own as if it were alone.
 * What Prometheus finds are those that were not stopped. Not for sharing between threads.
 */
final class WatchedKeeling implements AutoCloseable {

  /** Articles of the source that loses its authors, and how many of them have one. */
  private static final int ARTICLES = 100;

  private static final int NAMED = 70;

  private final Path directory;
  private final KeelingConfig config;
  private final Newsroom press;
  private final ScalePress paper;
  private final OutsideSite outside;
  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase postgres;
  private final RoleProcess sink;
  private final RoleProcess desk;
  private final Started enrich;
  private final Started ingest;
  private final Path targets;
  private final Set<Integer> found = new TreeSet<>();
  private final List<Closing> here = new ArrayList<>();
  private Optional<EmbeddedKafka> second = Optional.empty();

  WatchedKeeling(Path directory) throws Exception {
    this.directory = directory;
    press = Newsroom.start(NewsroomConfig.defaults());
    paper = ScalePress.start(ScaleConfig.of(1, 1, ARTICLES).withNamed(NAMED), 0);
    outside = new OutsideSite();
    List<Integer> ports = FreePorts.find(7);
    Path file =
        Files.writeString(
            Files.createDirectories(directory).resolve("keeling.yaml"), settings(directory, ports));
    config = ConfigLoader.of(file, Map.of()).load();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), ports.get(0));
    postgres = EmbeddedDatabase.start(directory.resolve("postgres"), ports.get(1));
    Kafka.ensureTopics(config.kafka(), Topics.ALL);
    watch(PressSources.of(press));
    watch(List.of(source("long", outside.address("/long")), source("dead", deadAddress())));
    sink =
        new RoleProcess(
            directory.resolve("sink"), List.of("run", "sink", "--config", file.toString()));
    desk =
        RoleProcess.onDisk(
            directory.resolve("desk"),
            config.desk().search().directory(),
            List.of("run", "desk", "--config", file.toString()));
    enrich = start(Roles::enrich);
    ingest = start(Roles::ingest);
    targets = directory.resolve("targets.yml");
    found.addAll(ports.subList(3, 7));
    Rules.find(targets, found);
  }

  private String settings(Path directory, List<Integer> ports) throws IOException {
    ObjectNode settings =
        (ObjectNode) Rules.YAML.readTree(Path.of("../app/src/main/resources/demo.yaml").toFile());
    ObjectNode hosts = (ObjectNode) settings.at("/ingest/network/hostAddresses");
    for (String host : List.of(OutsideSite.HOST, paper.host(0), "dead.localhost")) {
      hosts.put(host, "127.0.0.1");
    }
    ObjectNode over =
        (ObjectNode)
            Rules.YAML.readTree(
                """
                kafka: {bootstrapServers: "127.0.0.1:%d"}
                database: {url: "jdbc:postgresql://127.0.0.1:%d/postgres", user: postgres}
                desk: {port: %d, search: {directory: "%s/search"}}
                health: {ingestPort: %d, enrichPort: %d, sinkPort: %d, deskPort: %d}
                enrich: {stateDirectory: "%s/enrich", closeTimeout: 2s}
                ingest:
                  politeness: {pause: 100ms}
                  streams: {stateDirectory: "%s/ingest"}
                  instances: {closeTimeout: 5s}
                  links: {waitingPerHost: %d}
                  schedule:
                    firstInterval: 5s
                    shortestInterval: 5s
                    longestInterval: 5s
                    longestBackoff: 5s
                    rechecks: [1h, 3650d]
                  sourceHealth: {deadAfter: 1m, silentAfter: 1m, longest: 1m}
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
    ((ObjectNode) settings.at("/ingest/schedule")).remove("rechecks"); // to these it would add
    Rules.YAML.readerForUpdating(settings).readValue(over);
    return Rules.YAML.writeValueAsString(settings);
  }

  /** Starts a role in this process. */
  private Started start(Function<Roles, RunningRole> starter) {
    Roles made = new Roles(config, ProcessMetrics.registry());
    Closing role = new Closing();
    here.add(role);
    return new Started(role, role.add(made.health(role.add(starter.apply(made)))));
  }

  /** A role in this process, and its health. */
  private record Started(Closing role, AutoCloseable health) {}

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

  /** Where Prometheus finds what runs. */
  Path targets() {
    return targets;
  }

  /** Stops a role, which is not found any more. */
  void stop(RoleName role) throws Exception {
    found.remove(port(role));
    Rules.find(targets, found);
    switch (role) {
      case INGEST -> ingest.role().close();
      case ENRICH -> enrich.role().close();
      case SINK -> sink.end();
      case DESK -> desk.end();
    }
  }

  private int port(RoleName role) {
    return switch (role) {
      case INGEST -> config.health().ingestPort();
      case ENRICH -> config.health().enrichPort();
      case SINK -> config.health().sinkPort();
      case DESK -> config.health().deskPort();
    };
  }

  /** The disk of the search index is nearly full from now on. */
  void fillDiskOfTheDesk() throws IOException {
    desk.fillDisk(config.desk().search().directory());
  }

  /** How Prometheus names the instance at a port. */
  static String instance(int port) {
    return "127.0.0.1:" + port;
  }

  void addSourceThatLeadsInside() {
    watch(List.of(source("inside", outside.address("/inside"))));
  }

  void addSourceThatLosesItsAuthors() {
    watch(List.of(source("paper", paper.feeds().get(0))));
  }

  void stopPress() {
    press.close();
  }

  /** The process of the sink. */
  RoleProcess sink() {
    return sink;
  }

  /** Saves a search that tells somebody. */
  void saveSearch() throws SQLException {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO saved_search (id, name, query, channel, target, secret)
          VALUES ('sea', 'The sea', 'q=sea', 'webhook', 'http://127.0.0.1:9/', 'whsec_c2VhCg==')
          """);
    }
  }

  /** Holds the table of what saved searches have found until the connection is closed. */
  Connection holdAlerts() throws SQLException {
    Connection connection = postgres.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE search_alert IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }

  void stopDatabase() throws IOException {
    postgres.close();
  }

  /** Starts a second broker, which alone has a partition of a topic then. */
  void startSecondBroker(TopicSpec topic) throws IOException {
    EmbeddedKafka broker = kafka.second(directory.resolve("second"));
    second = Optional.of(broker);
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    try (Admin admin = Admin.create(config.kafka().connection().clientProperties())) {
      KafkaFutures.get(
          admin
              .alterPartitionReassignments(
                  Map.of(
                      partition, Optional.of(new NewPartitionReassignment(List.of(broker.node())))))
              .all());
      await().until(() -> isAlone(admin, partition, broker.node()));
    }
  }

  private static boolean isAlone(Admin admin, TopicPartition partition, int node) {
    TopicDescription found =
        Objects.requireNonNull(
            KafkaFutures.get(admin.describeTopics(List.of(partition.topic())).allTopicNames())
                .get(partition.topic()));
    return found.partitions().get(partition.partition()).replicas().stream()
        .allMatch(replica -> replica.id() == node);
  }

  void stopSecondBroker() {
    second.ifPresent(EmbeddedKafka::close);
    second = Optional.empty();
  }

  void stopKafka() {
    kafka.close();
  }

  void stopHealthOfEnrich() throws Exception {
    enrich.health().close();
  }

  @Override
  public void close() throws IOException {
    // Each waits for Kafka as long as it may.
    CompletableFuture.allOf(
            here.stream()
                .map(role -> CompletableFuture.runAsync(role::close))
                .toArray(CompletableFuture[]::new))
        .join();
    sink.close();
    desk.close();
    stopSecondBroker();
    postgres.close();
    kafka.close();
    outside.close();
    paper.close();
    press.close();
  }
}
