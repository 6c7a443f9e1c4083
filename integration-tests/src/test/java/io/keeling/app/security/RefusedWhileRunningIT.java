package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a role that works when a right, a user or a certificate is taken from it: it ends
 * with one line that says what to do, and has done nothing by halves when it is mended. What a test
 * has mended goes on to be refused something else: each start of a process takes seconds.
 */
class RefusedWhileRunningIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] GARBAGE = "{".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path directory;

  private static SecuredServers servers;

  @BeforeAll
  static void startServers() throws Exception {
    servers = SecuredServers.start(directory);
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  @Test
  void aDatabaseThatRefusesTheSinkAndThenARightToReadThatIsWithdrawn() throws Exception {
    long before;
    try (KeelingProcess sink = start("sink")) {
      before = stored();
      servers.postgres().execute("REVOKE TEMPORARY ON DATABASE keeling FROM keeling_sink");
      send(Topics.ENRICHED.name(), GARBAGE);
      assertThat(sink.awaitRefusal())
          .startsWith("keeling: sink has stopped and needs a restart: sink: stopped: the database")
          .contains("SQLSTATE 42501", "docs/security.md");
    }
    servers.postgres().execute("GRANT TEMPORARY ON DATABASE keeling TO keeling_sink");
    assertThat(stored()).isEqualTo(before);

    try (KeelingProcess sink = start("sink")) {
      await().atMost(PATIENCE).until(() -> stored() == before + 1);
      servers
          .postgres()
          .execute(
              "ALTER ROLE keeling_sink NOLOGIN;SELECT pg_terminate_backend(pid) FROM"
                  + " pg_stat_activity WHERE usename = 'keeling_sink'");
      send(Topics.ENRICHED.name(), GARBAGE);
      assertThat(sink.awaitRefusal())
          .contains("sink: stopped: the database", "SQLSTATE 28000", "docs/security.md");
    }
    servers.postgres().execute("ALTER ROLE keeling_sink LOGIN");

    try (KeelingProcess sink = start("sink")) {
      await().atMost(PATIENCE).until(() -> stored() == before + 2);
      sink.awaitReady("SINK");
      var withdrawn = servers.kafka().withdraw("sink", Topics.ENRICHED.name(), AclOperation.READ);
      assertThat(sink.awaitRefusal())
          .startsWith("keeling: sink has stopped and needs a restart: sink: stopped: Kafka")
          .contains("does not let this user in", "keeling.enriched", "docs/security.md");
      servers.kafka().give(withdrawn);
    }
  }

  @Test
  void aRightToReadThatIsWithdrawnFromTheDeskWhichGoesOnAndABrokerWithAnotherCertificate()
      throws Exception {
    CertificateAuthority other = CertificateAuthority.create(directory.resolve("other-authority"));
    // The sink makes the topic.
    try (KeelingProcess sink = start("sink")) {
      try (KeelingProcess desk = start("desk")) {
        var withdrawn = servers.kafka().withdraw("desk", Topics.ENRICHED.name(), AclOperation.READ);
        desk.awaitReadiness("DESK", "does not let this user in");
        servers.kafka().give(withdrawn);
        desk.awaitReady("DESK");
        sink.awaitReady("SINK");
      }

      servers.kafka().restart(other);
      assertThat(sink.awaitRefusal())
          .startsWith("keeling: sink has stopped and needs a restart: ")
          .contains("no TLS with Kafka", "docs/security.md");
    }
    servers.kafka().restart(servers.authority());
  }

  @Test
  void aRightToWriteThatIsWithdrawnFromTheFetcherAndSubscriptionsThatItMayReadNoMore()
      throws Exception {
    long before;
    try (KeelingProcess ingest = start("ingest")) {
      before = end(Topics.PAGES.name());
      var withdrawn = servers.kafka().withdraw("ingest", Topics.PAGES.name(), AclOperation.WRITE);
      sendRequest();
      assertThat(ingest.awaitRefusal())
          .startsWith(
              "keeling: ingest has stopped and needs a restart: ingest: the fetcher stopped")
          .contains("does not let this user in", "keeling.pages", "docs/security.md");
      servers.kafka().give(withdrawn);
    }
    assertThat(end(Topics.PAGES.name())).isEqualTo(before);

    String topic = "keeling-ingest-subscriptions";
    AclBinding denied =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
            new AccessControlEntry(
                "User:keeling-ingest", "*", AclOperation.READ, AclPermissionType.DENY));
    Map<String, String> settings = new HashMap<>(servers.settings("ingest"));
    String port = FreePorts.find(1).get(0).toString();
    settings.put("KEELING_INGEST_WEBSUB_PORT", port);
    settings.put("KEELING_INGEST_WEBSUB_PUBLIC_URL", "http://localhost:" + port);
    try (KeelingProcess ingest = KeelingProcess.start(directory, settings, "run", "ingest")) {
      await().atMost(PATIENCE).until(() -> end(Topics.PAGES.name()) == before + 1);
      ingest.awaitReady("INGEST");
      servers.kafka().give(List.of(denied));
      assertThat(ingest.awaitRefusal())
          .startsWith("keeling: ingest has stopped and needs a restart: ingest: WebSub stopped")
          .contains("does not let this user in", topic, "docs/security.md");
    } finally {
      servers
          .kafka()
          .admin()
          .deleteAcls(List.of(denied.toFilter()))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  /** A broker that comes back refuses nobody whom it knows, so no role needs to wait and see. */
  @Test
  void aBrokerThatComesBackWithAndWithoutTheUsers() throws Exception {
    try (KeelingProcess sink = begin("sink");
        KeelingProcess ingest = begin("ingest")) {
      sink.awaitReady("SINK");
      ingest.awaitReady("INGEST");
      long rows = stored();
      long pages = end(Topics.PAGES.name());
      servers.kafka().restart(servers.authority());
      send(Topics.ENRICHED.name(), GARBAGE);
      sendRequest();
      await().atMost(PATIENCE).until(() -> stored() == rows + 1);
      await().atMost(PATIENCE).until(() -> end(Topics.PAGES.name()) == pages + 1);

      servers.kafka().deleteUser("sink");
      servers.kafka().deleteUser("ingest");
      servers.kafka().restart(servers.authority());
      assertThat(sink.awaitRefusal())
          .startsWith("keeling: sink has stopped and needs a restart: ")
          .contains("Kafka refuses the user", "docs/security.md");
      assertThat(ingest.awaitRefusal())
          .startsWith("keeling: ingest has stopped and needs a restart: ")
          .contains("Kafka refuses the user", "docs/security.md");
    }
    servers.kafka().createUser("sink");
    servers.kafka().createUser("ingest");
  }

  private static KeelingProcess start(String role) throws Exception {
    KeelingProcess process = begin(role);
    process.awaitReady(role.toUpperCase(java.util.Locale.ROOT));
    return process;
  }

  private static KeelingProcess begin(String role) throws Exception {
    return KeelingProcess.start(directory, servers.settings(role), "run", role);
  }

  private static long stored() throws Exception {
    return servers.postgres().count("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset");
  }

  private static long end(String topic) throws Exception {
    var partitions =
        servers
            .kafka()
            .admin()
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(30, TimeUnit.SECONDS)
            .get(topic)
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    partition -> OffsetSpec.latest()));
    return servers
        .kafka()
        .admin()
        .listOffsets(partitions)
        .all()
        .get(30, TimeUnit.SECONDS)
        .values()
        .stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  /** Its address is refused, which is a result like any other. */
  private static void sendRequest() throws Exception {
    FetchRequest request =
        new FetchRequest(
            "http://127.0.0.1/a", FetchPurpose.ARTICLE, "press", Instant.now(), 1, null, null);
    Headers headers = new RecordHeaders();
    String topic = Topics.FETCHES.name();
    send(
        new ProducerRecord<>(
            topic,
            null,
            "127.0.0.1".getBytes(StandardCharsets.UTF_8),
            ContractSerdes.FETCH_REQUEST.serialize(topic, headers, request),
            headers));
  }

  private static void send(String topic, byte[] value) throws Exception {
    send(new ProducerRecord<>(topic, value, value));
  }

  private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    Map<String, Object> properties =
        KafkaConnection.to(servers.kafka().administratorListener()).clientProperties();
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get(30, TimeUnit.SECONDS);
    }
  }
}
