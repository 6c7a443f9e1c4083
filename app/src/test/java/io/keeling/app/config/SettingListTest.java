package io.keeling.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingListTest {

  @TempDir Path directory;

  @Test
  void eachSettingHasThePlaceItCameFrom() {
    Map<String, Setting> settings =
        settings(
            "ingest: {politeness: {pause: 5s, contact: a@b.example}}",
            Map.of("KEELING_INGEST_POLITENESS_CONTACT", "https://c.example"));

    assertThat(settings.get("ingest.politeness.pause"))
        .isEqualTo(new Setting("ingest.politeness.pause", "5s", "keeling.yaml"));
    assertThat(settings.get("ingest.politeness.contact"))
        .isEqualTo(
            new Setting(
                "ingest.politeness.contact",
                "https://c.example",
                "KEELING_INGEST_POLITENESS_CONTACT"));
    assertThat(settings.get("ingest.politeness.agent"))
        .isEqualTo(new Setting("ingest.politeness.agent", "keeling", Setting.DEFAULT));
  }

  @Test
  void whatFollowsFromAnotherSettingNamesIt() {
    Map<String, Setting> settings = settings("", Map.of("KEELING_DESK_PORT", "81"));

    assertThat(settings.get("desk.publicUrl").from()).isEqualTo("KEELING_DESK_PORT (desk.port)");
  }

  @Test
  void noSecretIsInIt() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "s3cret-of-file");
    List<Setting> settings =
        ConfigLoader.ofText(
                "keeling.yaml",
                """
                database: {url: "jdbc:postgresql://u:s3cret-of-url@one/k?sslmode=require"}
                kafka:
                  properties:
                    security.protocol: SASL_SSL
                    sasl.jaas.config: 'org.example.Module required password="s3cret-of-jaas";'
                    ssl.keystore.password: s3cret-of-keystore
                    producer.linger.ms: "5"
                    my.own.login: s3cret-of-others
                """,
                Map.of(
                    "KEELING_DATABASE_PASSWORD",
                    "s3cret-of-database",
                    "KEELING_DESK_ALERTS_MAIL_PASSWORD_FILE",
                    secret.toString()))
            .settings();

    assertThat(settings).noneMatch(each -> each.toString().contains("s3cret-"));
    Map<String, String> values =
        settings.stream().collect(Collectors.toMap(Setting::path, Setting::value));
    assertThat(values)
        .containsEntry("database.password", Redaction.HIDDEN)
        .containsEntry("database.passwordFile", "none")
        .containsEntry("desk.alerts.mail.password", "none")
        .containsEntry("desk.alerts.mail.passwordFile", secret.toString())
        .containsEntry("database.url", "jdbc:postgresql://one/k?sslmode=require")
        .containsEntry("kafka.properties.security.protocol", "SASL_SSL")
        .containsEntry("kafka.properties.producer.linger.ms", "5")
        .containsEntry("kafka.properties.my.own.login", Redaction.HIDDEN)
        .containsEntry("kafka.properties.ssl.keystore.password", Redaction.HIDDEN)
        .containsEntry("kafka.properties.sasl.jaas.config", Redaction.HIDDEN);
  }

  @Test
  void anAddressLosesItsUserAndItsSecretParameters() {
    assertThat(Redaction.address("https://u:s3cret@a.example/feed?q=heat&token=s3cret;x=1"))
        .isEqualTo("https://a.example/feed?q=heat&token=...;x=1");
    assertThat(Redaction.address("someone@a.example")).isEqualTo("someone@a.example");
  }

  @Test
  void everySettingIsThere() throws Exception {
    String reference = Files.readString(Path.of("../docs/configuration.md"));
    long documented = reference.lines().filter(line -> line.contains(" | `KEELING_")).count();

    assertThat(settings("", Map.of())).hasSize((int) documented);
  }

  @Test
  void thousandsOfSourcesAreANumber() {
    Map<String, Setting> settings =
        settings("sources: [{id: a, kind: feed, url: 'https://a.example/', name: A}]", Map.of());

    assertThat(settings.get("sources"))
        .isEqualTo(new Setting("sources", "1 source", "keeling.yaml"));
  }

  private static Map<String, Setting> settings(String yaml, Map<String, String> variables) {
    return ConfigLoader.ofText("keeling.yaml", yaml, variables).settings().stream()
        .collect(Collectors.toMap(Setting::path, setting -> setting));
  }
}
