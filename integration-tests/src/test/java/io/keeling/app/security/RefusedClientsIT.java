package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees who got TLS, a password or a right wrong: the real command, as a process of
 * its own, ends with one line that says what to do, and no line holds a secret.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedClientsIT {

  private static final int LAST = Integer.MAX_VALUE;

  @TempDir static Path directory;

  private static SecuredServers servers;
  private static CertificateAuthority authority;
  private static CertificateAuthority otherAuthority;
  private static SecuredKafka kafka;
  private static SecuredPostgres postgres;

  /** Gives up after twenty seconds, which pass while the other tests run. */
  private static KeelingProcess withoutTls;

  @BeforeAll
  static void startServers() throws Exception {
    servers = SecuredServers.start(directory);
    authority = servers.authority();
    kafka = servers.kafka();
    postgres = servers.postgres();
    otherAuthority = CertificateAuthority.create(directory.resolve("other-authority"));
    withoutTls = start(kafkaSettings(Map.of()), "sources", "list");
  }

  @AfterAll
  static void stopServers() throws Exception {
    if (withoutTls != null) {
      withoutTls.close();
    }
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void anAuthorityThatIsNotTheBrokers() throws Exception {
    Map<String, String> properties = kafka.properties("ingest", authority);
    properties.put("ssl.truststore.location", otherAuthority.certificate().toString());

    assertThat(refusal(kafkaSettings(properties), "run", "ingest"))
        .startsWith("keeling: no TLS with Kafka at " + kafka.passwordListener())
        .contains("docs/security.md");
  }

  @Test
  void aBrokerOfAnotherName() throws Exception {
    Map<String, String> settings =
        new HashMap<>(kafkaSettings(kafka.properties("ingest", authority)));
    settings.computeIfPresent(
        "KEELING_KAFKA_BOOTSTRAP_SERVERS", (name, at) -> at.replace("localhost", "127.0.0.1"));

    assertThat(refusal(settings, "run", "ingest")).startsWith("keeling: no TLS with Kafka");
  }

  @Test
  @Order(LAST)
  void aClientWithoutTls() throws Exception {
    assertThat(withoutTls.awaitRefusal())
        .startsWith("keeling: no Kafka answers at " + kafka.passwordListener())
        .contains("TLS", "kafka.properties");
  }

  @Test
  void aWrongPassword() throws Exception {
    Map<String, String> properties = kafka.properties("ingest", authority);
    properties.computeIfPresent(
        "sasl.jaas.config",
        (name, line) -> line.replace(kafka.secret("ingest").toString(), kafka.secret("sink") + ""));

    assertThat(refusal(kafkaSettings(properties), "run", "ingest"))
        .startsWith("keeling: Kafka at " + kafka.passwordListener() + " refuses the user")
        .contains("sasl.jaas.config");
  }

  @Test
  void aFileWithTheSecretThatIsNotThere() throws Exception {
    Map<String, String> properties = kafka.properties("ingest", authority);
    properties.computeIfPresent(
        "sasl.jaas.config", (name, line) -> line.replace("ingest.properties", "absent.properties"));

    assertThat(refusal(kafkaSettings(properties), "run", "ingest"))
        .startsWith("keeling: kafka.properties cannot be used")
        .contains("absent.properties");
  }

  @Test
  void aLoginThatCannotBeParsed() throws Exception {
    Map<String, String> properties = kafka.properties("ingest", authority);
    properties.put("sasl.jaas.config", SecuredKafka.password("ingest"));

    assertThat(refusal(kafkaSettings(properties), "run", "ingest"))
        .startsWith("keeling: sasl.jaas.config in kafka.properties cannot be read");
  }

  @Test
  void propertiesThatAreNoMapping() throws Exception {
    Map<String, String> settings =
        Map.of("KEELING_KAFKA_PROPERTIES", "password=" + SecuredKafka.password("ingest"));

    assertThat(refusal(settings, "run", "ingest"))
        .contains("kafka.properties: must be a mapping of keys to values");
  }

  @Test
  void aRightThatTheTopicWants() throws Exception {
    assertThat(refusal(kafkaSettings(kafka.properties("stranger", authority)), "run", "sink"))
        .startsWith("keeling: Kafka at " + kafka.passwordListener() + " does not let this user in")
        .contains("keeling.enriched", "docs/security.md");
  }

  @Test
  void aRightThatOnlyTheRunningRoleMisses() throws Exception {
    kafka.allow(
        "keeling-stranger",
        "keeling.articles",
        "keeling.corrections",
        "keeling.enriched",
        "keeling.dead-letters");

    assertThat(refusal(kafkaSettings(kafka.properties("stranger", authority)), "run", "enrich"))
        .startsWith("keeling: enrich has stopped and needs a restart: enrich: ")
        .contains("does not let this user in", "keeling-enrich", "docs/security.md");
  }

  @Test
  void anAuthorityThatIsNotTheDatabases() throws Exception {
    assertThat(databaseRefusals(postgres.url(otherAuthority), role -> role))
        .allSatisfy((role, refusal) -> assertThat(refusal).contains("PKIX"));
  }

  @Test
  void aDatabaseOfAnotherName() throws Exception {
    String url = postgres.url(authority).replace("//localhost:", "//127.0.0.1:");

    assertThat(databaseRefusals(url, role -> role))
        .allSatisfy(
            (role, refusal) ->
                assertThat(refusal).contains("no TLS with the database", "127.0.0.1"));
  }

  @Test
  void aPasswordThatIsNotTheDatabases() throws Exception {
    assertThat(
            databaseRefusals(
                postgres.url(authority), role -> role.equals("sink") ? "desk" : "sink"))
        .allSatisfy(
            (role, refusal) ->
                assertThat(refusal)
                    .contains("password authentication failed for user \"keeling_" + role + "\""));
  }

  @Test
  void aDatabaseThatTakesNobodyWithoutTls() throws Exception {
    assertThat(databaseRefusals(postgres.url() + "?sslmode=disable", role -> role))
        .allSatisfy((role, refusal) -> assertThat(refusal).contains("no encryption"));
  }

  /**
   * What the roles that use the database say when they are run with another one, by role; each
   * waits for the same, so they run at once.
   *
   * @param password whose password a role has
   */
  private static Map<String, String> databaseRefusals(String url, UnaryOperator<String> password)
      throws Exception {
    try (KeelingProcess sink = startOn(url, "sink", password);
        KeelingProcess desk = startOn(url, "desk", password)) {
      Map<String, String> refusals =
          Map.of("sink", sink.awaitRefusal(), "desk", desk.awaitRefusal());
      assertThat(refusals.values()).allMatch(refusal -> refusal.startsWith("keeling: "));
      return refusals;
    }
  }

  private static KeelingProcess startOn(String url, String role, UnaryOperator<String> password)
      throws Exception {
    return start(servers.databaseSettings(role, url, password.apply(role)), "run", role);
  }

  private static Map<String, String> kafkaSettings(Map<String, String> properties)
      throws Exception {
    return servers.kafkaSettings(properties);
  }

  private static String refusal(Map<String, String> settings, String... arguments)
      throws Exception {
    try (KeelingProcess process = start(settings, arguments)) {
      return process.awaitRefusal();
    }
  }

  private static KeelingProcess start(Map<String, String> settings, String... arguments)
      throws Exception {
    return KeelingProcess.start(directory, settings, arguments);
  }
}
