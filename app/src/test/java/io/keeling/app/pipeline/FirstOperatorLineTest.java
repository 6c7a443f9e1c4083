package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.accounts.FirstLink;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FirstOperatorLineTest {

  private static final FirstLink LINK =
      new FirstLink(
          "http://localhost:8080/welcome?link=secret", Instant.parse("2026-12-03T23:30:15Z"));

  @Test
  void saysWhereAndUntilWhen() {
    assertThat(FirstOperatorLine.of(LINK, ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            "Nobody can sign in yet. This link sets up the first operator; it works once, until"
                + " 2026-12-04 00:30: http://localhost:8080/welcome?link=secret");
  }

  @Test
  void nothingElsePrintsTheSecret() {
    assertThat(LINK.toString()).doesNotContain("secret");
  }
}
