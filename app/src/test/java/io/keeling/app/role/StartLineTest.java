package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartLineTest {

  private static final KeelingConfig CONFIG =
      ConfigLoader.ofText(
              "the settings of the test",
              """
              kafka:
                bootstrapServers: kafka.example:9092
                properties: {sasl.jaas.config: "hidden1"}
              database:
                url: "jdbc:postgresql://db.example/keeling?ssl=true"
                user: writer
                password: hidden4
              """,
              Map.of())
          .load();

  @ParameterizedTest
  @EnumSource(RoleName.class)
  void aStartSaysVersionRoleAndWhatItConnectsToAndNoSecret(RoleName role) {
    String line = StartLine.of(role, CONFIG);

    assertThat(line)
        .matches(
            "Keeling \\S+ \\(\\S+\\) on Java \\S+ runs "
                + role.name().toLowerCase(java.util.Locale.ROOT)
                + ": .*")
        .contains("Kafka kafka.example:9092", "health http://127.0.0.1:80")
        .doesNotContain("hidden");
    if (role == RoleName.SINK || role == RoleName.DESK) {
      assertThat(line).contains("jdbc:postgresql://db.example/keeling", " as writer");
    } else {
      assertThat(line).doesNotContain("db.example");
    }
  }
}
