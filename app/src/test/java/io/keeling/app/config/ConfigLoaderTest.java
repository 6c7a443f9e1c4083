package io.keeling.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import io.keeling.app.logging.LogLevel;
import io.keeling.ingest.config.NetworkConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {

  @TempDir Path directory;

  @Test
  void whatIsLeftOutKeepsItsDefault() {
    KeelingConfig config = load("kafka: {partitions: 12}", Map.of());

    assertThat(config.kafka().partitions()).isEqualTo(12);
    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.ingest()).isEqualTo(KeelingConfig.defaults().ingest());
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    KeelingConfig config =
        load(
            "ingest: {politeness: {pause: 5s}}",
            Map.of(
                "KEELING_INGEST_POLITENESS_PAUSE", "250ms",
                "KEELING_KAFKA_PROPERTIES", "{security.protocol: SSL}"));

    assertThat(config.ingest().politeness().pause()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.kafka().properties()).containsEntry("security.protocol", "SSL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls", "starttls", "none"})
  void aChoiceIsTakenAsItIsDocumentedInAnyCase(String security) {
    for (String written : List.of(security, security.toUpperCase(Locale.ROOT))) {
      KeelingConfig config =
          load(
              "desk: {alerts: {mail: {security: %s}}}".formatted(written),
              Map.of("KEELING_LOGGING_LEVEL", "Debug"));

      assertThat(config.desk().alerts().mail().security()).hasToString(security);
      assertThat(config.logging().level()).isEqualTo(LogLevel.DEBUG);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "desk: {alerts: {mail: {security: ssl}}}"
            + "| desk.alerts.mail.security: must be one of tls, starttls, none",
        "desk: {alerts: {mail: {security: 1}}}"
            + "| desk.alerts.mail.security: must be one of tls, starttls, none",
        "logging: {format: xml} | logging.format: must be one of text, json",
        "logging: {level: loud} | logging.level: must be one of error, warn, info, debug, trace",
        "sources: [{id: a, kind: rss, url: 'https://a.example', name: A}]"
            + "| sources[0].kind: must be one of feed, sitemap, section, page",
      })
  void whatIsNoChoiceIsRefusedWithItsKeyAndWhatThereIs(String yaml, String problem) {
    assertThatThrownBy(() -> load(yaml, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("io.keeling");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.0/8,fc00::/7",
        " 127.0.0.0/8 , fc00::/7, ",
        "[127.0.0.0/8, 'fc00::/7']",
        "[\"127.0.0.0/8\",\"fc00::/7\"]",
        "- 127.0.0.0/8\n- fc00::/7",
      })
  void aVariableHoldsAListAsYamlOrBetweenCommas(String value) {
    KeelingConfig config =
        load(
            "",
            Map.of(
                "KEELING_DESK_ALERTS_ALLOWED_NETWORKS", value,
                "KEELING_INGEST_NETWORK_ALLOWED_NETWORKS", value,
                "KEELING_INGEST_SCHEDULE_RECHECKS", "1h, 1d"));

    assertThat(config.desk().alerts().allowedNetworks()).containsExactly("127.0.0.0/8", "fc00::/7");
    assertThat(config.ingest().network().allowedNetworks())
        .containsExactly("127.0.0.0/8", "fc00::/7");
    assertThat(config.ingest().schedule().rechecks())
        .containsExactly(Duration.ofHours(1), Duration.ofDays(1));
  }

  @Test
  void aVariableHoldsAListOfOneValue() {
    assertThat(
            load("", Map.of("KEELING_DESK_ALERTS_ALLOWED_NETWORKS", "127.0.0.0/8"))
                .desk()
                .alerts()
                .allowedNetworks())
        .containsExactly("127.0.0.0/8");
  }

  @Test
  void aBlankVariableLeavesTheListOfTheFile() {
    String file = "desk: {alerts: {allowedNetworks: [127.0.0.0/8]}}";

    assertThat(
            load(file, Map.of("KEELING_DESK_ALERTS_ALLOWED_NETWORKS", " "))
                .desk()
                .alerts()
                .allowedNetworks())
        .containsExactly("127.0.0.0/8");
  }

  @Test
  void aValueOfAListMayEndWithColons() {
    assertThat(
            load("", Map.of("KEELING_DESK_ACCESS_PROXY_ADDRESSES", "10.0.0.1,fd00::"))
                .desk()
                .access()
                .proxy()
                .addresses())
        .containsExactly("10.0.0.1", "fd00::");
  }

  @Test
  void aSecretMayComeFromAFile() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");

    KeelingConfig config = load("", Map.of("KEELING_DESK_TITLE_FILE", secret.toString()));

    assertThat(config.desk().title()).isEqualTo("s3cret");
  }

  @Test
  void whatTheComposeFilesAskTheShellForIsNoUnknownSetting() throws Exception {
    Map<String, String> variables = new TreeMap<>();
    for (String file :
        List.of("docker-compose.yml", "docker-compose.cluster.yml", "deploy/compose/parts.yml")) {
      Matcher asked =
          Pattern.compile("\\$\\{(KEELING_\\w+)").matcher(Files.readString(Path.of("..", file)));
      while (asked.find()) {
        variables.put(asked.group(1), "http://a.example");
      }
    }

    variables.put("KEELING_LOGGING_FORMAT", "json");
    variables.put("KEELING_DESK_ACCESS_OPEN_READING", "true");

    assertThat(variables).containsKeys("KEELING_IMAGE", "KEELING_KAFKA_3_OUTSIDE_PORT");
    assertThatCode(() -> load("", variables)).doesNotThrowAnyException();
  }

  @Test
  void whatARoleSaidOfTheDatabaseIsRefusedWithWhatToDoInstead() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    sink: {database: {url: "jdbc:postgresql://one/keeling"}}
                    desk: {database: {user: reader, poolSize: 4, statementTimeout: 9s}}
                    """,
                    Map.of(
                        "KEELING_SINK_DATABASE_PASSWORD", "s3cret",
                        "KEELING_DESK_DATABASE_PASSWORD_FILE", "/run/secrets/desk")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("keeling.yaml: sink.database.url: is now database.url")
        .hasMessageContaining("keeling.yaml: desk.database.user: is now database.user")
        .hasMessageContaining("desk.database.poolSize: is no longer a setting")
        .hasMessageContaining("desk.database.statementTimeout: is no longer a setting")
        .hasMessageContaining("KEELING_SINK_DATABASE_PASSWORD: is now database.password")
        .hasMessageContaining("KEELING_DESK_DATABASE_PASSWORD_FILE: is now database.password")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aSettingThatIsGoneIsRefusedByNameWithWhatToDo() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    ingest:
                      fetch: {ioThreads: 4}
                      robots: {hosts: 10}
                      websub: {subscriptions: {lease: 1d}}
                    sink: {progress: {stalledAfter: 2m}}
                    """,
                    Map.of("KEELING_ENRICH_APPLICATION_ID", "mine")))
        .hasMessageContaining(
            "ingest.fetch.ioThreads: is no longer a setting; remove it. Keeling uses 2")
        .hasMessageContaining(
            "ingest.robots.hosts: is no longer a setting; remove it. Keeling remembers 50000")
        .hasMessageContaining("ingest.websub.subscriptions.lease: is no longer a setting")
        .hasMessageContaining("sink.progress.stalledAfter: is no longer a setting")
        .hasMessageContaining("KEELING_ENRICH_APPLICATION_ID: is no longer a setting");
  }

  @Test
  void noSettingThatIsThereCountsAsGone() {
    for (Setting setting : ConfigLoader.ofText("keeling.yaml", "", Map.of()).settings()) {
      assertThat(RemovedSettings.advice(setting.path())).as(setting.path()).isEmpty();
    }
  }

  @Test
  void serversBesideHoldWhereNothingSaysWhereKafkaOrPostgresqlIs() {
    Map<String, Object> servers =
        Map.of(
            "kafka.bootstrapServers", "127.0.0.1:9192",
            "database.url", "jdbc:postgresql://127.0.0.1:5433/postgres",
            "database.user", "postgres",
            "ingest.network",
                new NetworkConfig(false, List.of("127.0.0.0/8"), Map.of("a.test", "127.0.0.1")));

    KeelingConfig beside =
        ConfigLoader.ofText("keeling.yaml", "kafka: {partitions: 2}", Map.of())
            .beside("what runs on data", servers)
            .load();
    KeelingConfig other =
        ConfigLoader.ofText(
                "keeling.yaml", "", Map.of("KEELING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"))
            .beside("what runs on data", servers)
            .load();

    assertThat(beside.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9192");
    assertThat(beside.kafka().partitions()).isEqualTo(2);
    assertThat(beside.database().url()).endsWith(":5433/postgres");
    assertThat(beside.database().user()).isEqualTo("postgres");
    assertThat(beside.ingest().network().allowedNetworks()).containsExactly("127.0.0.0/8");
    assertThat(beside.ingest().network().hostAddresses()).containsEntry("a.test", "127.0.0.1");
    assertThat(other.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(other.database()).isEqualTo(load("", Map.of()).database());
  }

  @Test
  void theDeskIsReachedAtItsPortUnlessItsAddressIsSet() {
    KeelingConfig port = load("desk: {port: 8099}", Map.of());
    KeelingConfig variable = load("", Map.of("KEELING_DESK_PORT", "8099"));
    KeelingConfig both =
        load("desk: {port: 8099, publicUrl: 'https://news.example.org'}", Map.of());

    assertThat(port.desk().baseUrl()).isEqualTo("http://localhost:8099");
    assertThat(variable.desk().baseUrl()).isEqualTo("http://localhost:8099");
    assertThat(both.desk().baseUrl()).isEqualTo("https://news.example.org");
    assertThat(load("", Map.of()).desk().baseUrl()).isEqualTo("http://localhost:8080");
  }

  @Test
  void aMappingThatIsNoneIsNotQuotedForItMayHoldSecrets() {
    assertThatThrownBy(() -> load("", Map.of("KEELING_KAFKA_PROPERTIES", "password=s3cret")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("kafka.properties: must be a mapping of keys to values")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aProblemIsToldWithThePlaceItCameFrom() {
    assertThatThrownBy(() -> load("", Map.of("KEELING_KAFKA_PARTITIONS", "0")))
        .hasMessage(
            "KEELING_KAFKA_PARTITIONS: kafka: partitions must be between 1 and 1000, not 0");
    assertThatThrownBy(() -> load("", Map.of("KEELING_DESK_PORT", "many")))
        .hasMessageStartingWith("KEELING_DESK_PORT: desk.port: \"many\"");
    assertThatThrownBy(() -> load("kafka: {partitions: 0}", Map.of("KEELING_KAFKA_REPLICAS", "3")))
        .hasMessage("keeling.yaml: kafka: partitions must be between 1 and 1000, not 0");
    assertThatThrownBy(
            () ->
                ConfigLoader.ofText("keeling.yaml", "", Map.of())
                    .with(Map.of("desk.port", "99999"))
                    .load())
        .hasMessageStartingWith("the command line: desk: port must be between 0 and 65535");
    assertThatThrownBy(
            () ->
                load(
                    "desk: {prot: 80}",
                    Map.of("KEELING_SOURCES", "[{id: A, kind: feed, url: 'https://a.example'}]")))
        .hasMessageContaining("keeling.yaml: desk.prot: no such setting")
        .hasMessageContaining("\n  KEELING_SOURCES: sources[0]");
  }

  @Test
  void aPasswordThatStandsTwiceIsToldOnceWithBothPlaces() {
    assertThatThrownBy(
            () ->
                load(
                    "",
                    Map.of(
                        "KEELING_DATABASE_PASSWORD", "s3cret",
                        "KEELING_DATABASE_PASSWORD_FILE", "/run/secrets/database-password")))
        .hasMessage(
            "KEELING_DATABASE_PASSWORD, KEELING_DATABASE_PASSWORD_FILE: database: password and"
                + " passwordFile must not both be given");
    assertThatThrownBy(
            () ->
                load(
                    "database: {passwordFile: /run/secrets/database-password}",
                    Map.of("KEELING_DATABASE_PASSWORD", "s3cret")))
        .hasMessage(
            "keeling.yaml, KEELING_DATABASE_PASSWORD: database: password and passwordFile must"
                + " not both be given");
  }

  @Test
  void aVariableWithoutAValueIsNotSet() {
    KeelingConfig config =
        load(
            "desk: {publicUrl: 'https://news.example.org', title: News}",
            Map.of(
                "KEELING_DESK_PUBLIC_URL", "",
                "KEELING_DESK_TITLE", "",
                "KEELING_DESK_TITLE_FILE", "",
                "KEELING_DATABASE_PASSWORD", "",
                "KEELING_DATABASE_PASSWORD_FILE", "/run/secrets/database-password"));

    assertThat(config.desk().baseUrl()).isEqualTo("https://news.example.org");
    assertThat(config.desk().title()).isEqualTo("News");
    assertThat(config.database().password()).isNull();
    assertThat(config.database().passwordFile())
        .isEqualTo(Path.of("/run/secrets/database-password"));
  }

  @Test
  void allProblemsStandInOneReportEachWithItsPath() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    kafka: {partitions: 0}
                    ingest: {politeness: {pause: soon}}
                    desk: {prot: 80}
                    sources: [{id: "No Capitals", kind: feed, url: "https://example.org", name: x}]
                    """,
                    Map.of("KEELING_INGST_PAUSE", "1s")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("kafka: partitions must be between 1 and 1000, not 0")
        .hasMessageContaining("ingest.politeness.pause")
        .hasMessageContaining("desk.prot: no such setting")
        .hasMessageContaining("sources[0]")
        .hasMessageContaining("KEELING_INGST_PAUSE: no such setting");
  }

  @Test
  void aFileThatIsNoYamlIsToldWithItsLine() {
    assertThatThrownBy(() -> load("kafka:\n  a: [1", Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void theSettingsOfTheDemoAndOfTheRepositoryAreValid() throws Exception {
    assertThat(load(Files.readString(Path.of("src/main/resources/demo.yaml")), Map.of()).sources())
        .isEmpty();
    assertThat(load(Files.readString(Path.of("../keeling.yaml")), Map.of()).sources()).hasSize(20);
  }

  private static KeelingConfig load(String yaml, Map<String, String> variables) {
    return ConfigLoader.ofText("keeling.yaml", yaml, variables).load();
  }
}
