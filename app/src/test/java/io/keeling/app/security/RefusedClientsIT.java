package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees who got TLS, a password or a right wrong: the real command, as a process of
 * its own, ends with one line that says what to do, and no line holds a secret.
 */
class RefusedClientsIT {

  @TempDir static Path directory;

  private static SecuredServers servers;
  private static CertificateAuthority authority;
  private static CertificateAuthority otherAuthority;
  private static SecuredKafka kafka;
  private static SecuredPostgres postgres;

  @BeforeAll
  static void startServers() throws Exception {
    servers = SecuredServers.start(directory);
    authority = servers.authority();
    kafka = servers.kafka();
    postgres = servers.postgres();
    otherAuthority = CertificateAuthority.create(directory.resolve("other-authority"));
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
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
  void aClientWithoutTls() throws Exception {
    assertThat(refusal(kafkaSettings(Map.of()), "sources", "list"))
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
    kafka.allow("keeling-stranger", "keeling.articles", "keeling.enriched", "keeling.dead-letters");

    assertThat(refusal(kafkaSettings(kafka.properties("stranger", authority)), "run", "enrich"))
        .startsWith("keeling: enrich has stopped and needs a restart: enrich: ")
        .contains("does not let this user in", "keeling-enrich", "docs/security.md");
  }

  @Test
  void anAuthorityThatIsNotTheDatabases() throws Exception {
    for (String role : List.of("sink", "feeds")) {
      assertThat(refusal(databaseSettings(role, postgres.url(otherAuthority), role), "run", role))
          .startsWith("keeling: ")
          .contains("PKIX");
    }
  }

  @Test
  void aDatabaseOfAnotherName() throws Exception {
    String url = postgres.url(authority).replace("//localhost:", "//127.0.0.1:");

    for (String role : List.of("sink", "feeds")) {
      assertThat(refusal(databaseSettings(role, url, role), "run", role))
          .startsWith("keeling: ")
          .contains("no TLS with the database", "127.0.0.1");
    }
  }

  @Test
  void aPasswordThatIsNotTheDatabases() throws Exception {
    for (String role : List.of("sink", "feeds")) {
      String other = role.equals("sink") ? "feeds" : "sink";
      assertThat(refusal(databaseSettings(role, postgres.url(authority), other), "run", role))
          .startsWith("keeling: ")
          .contains("password authentication failed for user \"keeling_" + role + "\"");
    }
  }

  @Test
  void aDatabaseThatTakesNobodyWithoutTls() throws Exception {
    for (String role : List.of("sink", "feeds")) {
      String url = postgres.url() + "?sslmode=disable";
      assertThat(refusal(databaseSettings(role, url, role), "run", role))
          .startsWith("keeling: ")
          .contains("no encryption");
    }
  }

  private static Map<String, String> kafkaSettings(Map<String, String> properties)
      throws Exception {
    return servers.kafkaSettings(properties);
  }

  private static Map<String, String> databaseSettings(String role, String url, String password)
      throws Exception {
    return servers.databaseSettings(role, url, password);
  }

  private static String refusal(Map<String, String> settings, String... arguments)
      throws Exception {
    try (KeelingProcess process = KeelingProcess.start(directory, settings, arguments)) {
      return process.awaitRefusal();
    }
  }
}
