package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.process.ClassArchive;
import io.keeling.app.process.Jvm;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.verifier.check.Verifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Keeling as an operator runs it: Kafka, PostgreSQL and instances of each role, two of those that
 * share their work, every one a process. A role that ends by itself is started again after a
 * second, as a container is with {@code restart: unless-stopped}. Threads may share it.
 */
final class RunningCluster implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(200);

  /** What a role says when it has started. */
  private static final Pattern RUNNING = Pattern.compile(" Running (INGEST|ENRICH|SINK|DESK)\\R");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path directory;
  private final Path logs;
  private final Path settings;
  private final boolean sound;
  private final int kafkaPort = FreePorts.find();
  private final int databasePort = FreePorts.find();
  private final Child broker;
  private final DatabaseServer database;
  private final Map<String, Child> roles = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final Optional<SmallDisk> disk;
  private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger endedByThemselves = new AtomicInteger();
  private final List<String> gaveUp = new CopyOnWriteArrayList<>();

  /**
   * @param sources what ingest watches, on this machine
   * @param before class path entries that the roles see before Keeling's own; none for a sound
   *     build
   */
  RunningCluster(Path directory, Path logs, List<Source> sources, List<String> before)
      throws IOException, InterruptedException {
    this(directory, logs, sources, before, 2, List.of());
  }

  /**
   * As above, with a broker set otherwise.
   *
   * @param instances of each role that shares its work
   * @param brokerSettings each as {@code NAME=VALUE}
   */
  RunningCluster(
      Path directory,
      Path logs,
      List<Source> sources,
      List<String> before,
      int instances,
      List<String> brokerSettings)
      throws IOException, InterruptedException {
    this.directory = directory;
    this.logs = Files.createDirectories(logs);
    this.sound = before.isEmpty();
    // JSON is YAML.
    this.settings =
        Files.writeString(
            directory.resolve("keeling.yaml"),
            Json.MAPPER.writeValueAsString(Map.of("sources", sources)));
    List<String> kafka = new ArrayList<>();
    kafka.addAll(List.of("kafka", directory.resolve("kafka").toString(), "" + kafkaPort));
    kafka.addAll(brokerSettings);
    broker =
        new Child(
            "kafka",
            () -> Jvm.ofTest("512m", brokerJars(), ServerMain.class, kafka.toArray(String[]::new)),
            Map.of(),
            logs.resolve("kafka.log"));
    Path postgres = directory.resolve("postgres");
    Child databaseJvm =
        new Child(
            "postgres",
            () ->
                Jvm.ofTest(
                    "64m",
                    List.of(),
                    ServerMain.class,
                    "postgres",
                    postgres.toString(),
                    "" + databasePort),
            Map.of(),
            logs.resolve("postgres.log"));
    database = new DatabaseServer(databaseJvm, postgres);
    disk = SmallDisk.mount(directory.resolve("enrich-1"), "400m");
    for (int i = 1; i <= instances; i++) {
      add("ingest-" + i, "300m", before);
      add("enrich-" + i, "700m", before);
      add("sink-" + i, "200m", before);
    }
    add("desk-1", "256m", List.of());
  }

  /** Kafka of another release for the broker, where one is asked for by hand. */
  private static List<String> brokerJars() {
    String directory = System.getProperty("keeling.killing.broker");
    return directory == null ? List.of() : List.of(directory + "/*");
  }

  private void add(String name, String heap, List<String> before) {
    String role = name.substring(0, name.indexOf('-'));
    int port = FreePorts.find();
    ports.put(name, port);
    Map<String, String> environment = new HashMap<>();
    environment.put("KEELING_CONFIG", settings.toString());
    environment.put("KEELING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaPort);
    environment.put("KEELING_KAFKA_PARTITIONS", "4");
    environment.put("KEELING_DATABASE_URL", databaseUrl());
    environment.put("KEELING_DATABASE_USER", EmbeddedDatabase.USER);
    String health = "KEELING_HEALTH_" + role.toUpperCase(Locale.ROOT) + "_PORT";
    environment.put(health, "" + port);
    if (role.equals("desk")) {
      environment.put("KEELING_DESK_PORT", "" + port);
      environment.put(health, "" + FreePorts.find());
    }
    environment.put("KEELING_INGEST_STREAMS_STATE_DIRECTORY", directory.resolve(name).toString());
    environment.put("KEELING_DESK_SEARCH_DIRECTORY", directory.resolve(name).toString());
    environment.put("KEELING_ENRICH_STATE_DIRECTORY", directory.resolve(name).toString());
    environment.put("KEELING_DESK_ALERTS_ALLOW_PRIVATE_ADDRESSES", "true");
    environment.put("KEELING_DESK_ALERTS_FIRST_RETRY", "100ms");
    environment.put("KEELING_INGEST_NETWORK_ALLOW_PRIVATE_ADDRESSES", "true");
    environment.put("KEELING_INGEST_POLITENESS_PAUSE", "0s");
    // The last is so long that no article counts as too old to be fetched again.
    environment.put("KEELING_INGEST_SCHEDULE_RECHECKS", "[3s, 8s, 15s, 30s, 1m, 2m, 4m, 3650d]");
    roles.put(
        name,
        new Child(
            name,
            () -> Jvm.keeling(heap, before, "run", role),
            environment,
            logs.resolve(name + ".log")));
  }

  /** Adds another desk, before it is started. */
  RunningCluster withSecondDesk() {
    add("desk-2", "256m", List.of());
    return this;
  }

  /** Starts everything and waits until every role says that it works. */
  void start() throws IOException, InterruptedException {
    startServers();
    roles.values().forEach(Child::start);
    var unused = supervisor.scheduleWithFixedDelay(this::startEnded, 1, 1, TimeUnit.SECONDS);
    awaitReady();
    // Else nobody would be known to have given up.
    await("every role says that it runs")
        .atMost(START_LIMIT)
        .until(() -> roles.values().stream().allMatch(c -> RUNNING.matcher(c.said()).find()));
    if (sound) {
      // Now that all have loaded their classes, and before the many starts to come.
      ClassArchive.makeMissing();
    }
  }

  /** Starts Kafka and PostgreSQL and waits until they listen. */
  void startServers() {
    broker.start();
    database.start();
    await().atMost(START_LIMIT).until(() -> answers(kafkaPort) && answers(databasePort));
  }

  /** Waits until Kafka listens. */
  void awaitBroker() {
    await("Kafka listens").atMost(START_LIMIT).pollInterval(POLL).until(() -> answers(kafkaPort));
  }

  /** Waits until every role says that it works. */
  void awaitReady() {
    awaitReady(START_LIMIT);
  }

  /** Waits for so long at most until every role says that it works. */
  void awaitReady(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    roles.keySet().forEach(name -> awaitReady(name, Duration.ofNanos(end - System.nanoTime())));
  }

  /** Waits until a role says that it works. */
  void awaitReady(String name) {
    awaitReady(name, START_LIMIT);
  }

  private void awaitReady(String name, Duration limit) {
    try {
      await(name + " is ready")
          .atMost(limit.compareTo(POLL) > 0 ? limit : POLL)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          // What keeps it from being ready stands in the failure.
          .untilAsserted(() -> assertThat(answer(name, "/readyz")).startsWith("200 "));
    } catch (ConditionTimeoutException e) {
      broker.sayThreads();
      role(name).sayThreads();
      throw e;
    }
  }

  private void startEnded() {
    List<Child> all = new ArrayList<>(roles.values());
    all.add(broker);
    all.add(database.jvm());
    for (Child child : all) {
      if (child.ended()) {
        endedByThemselves.incrementAndGet();
        if (RUNNING.matcher(child.said()).find()) {
          gaveUp.add(child.name() + " with status " + child.status());
        }
        child.start();
      }
    }
  }

  Child broker() {
    return broker;
  }

  DatabaseServer database() {
    return database;
  }

  Child role(String name) {
    return roles.get(name);
  }

  List<Child> roles() {
    return List.copyOf(roles.values());
  }

  /** Whether a role takes connections. */
  boolean listens(String name) {
    return answers(ports.get(name));
  }

  /** Asks a role, without waiting for what it answers. */
  CompletableFuture<HttpResponse<String>> ask(String name, String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(name, path)).build();
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Whether a role says that it works. */
  boolean ready(String name) {
    try {
      return answer(name, "/readyz").startsWith("200 ");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Optional<SmallDisk> disk() {
    return disk;
  }

  /** How often a process ended by itself and was started again. */
  int endedByThemselves() {
    return endedByThemselves.get();
  }

  /**
   * The roles among them that had begun to work, once for each time; one that still starts may end,
   * if Kafka is away.
   */
  List<String> gaveUp() {
    return List.copyOf(gaveUp);
  }

  KafkaConnection kafka() {
    return KafkaConnection.to("127.0.0.1:" + kafkaPort);
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres";
  }

  Verifier verifier() {
    return new Verifier(kafka().clientProperties(), databaseUrl(), EmbeddedDatabase.USER, "");
  }

  private String answer(String name, String path) throws InterruptedException {
    try {
      HttpResponse<String> response =
          HTTP.send(request(name, path), HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private HttpRequest request(String name, String path) {
    return HttpRequest.newBuilder(uri(name, path)).timeout(Duration.ofSeconds(5)).build();
  }

  private URI uri(String name, String path) {
    return URI.create(address(name) + path);
  }

  /** Where a role answers, without a slash at its end. */
  String address(String name) {
    return "http://127.0.0.1:" + ports.get(name);
  }

  private static boolean answers(int port) {
    try (var socket = new java.net.Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    supervisor.shutdownNow();
    supervisor.awaitTermination(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    roles.values().forEach(Child::kill);
    database.kill();
    broker.kill();
    disk.ifPresent(SmallDisk::close);
  }

  Duration stopLimit() {
    return STOP_LIMIT;
  }
}
