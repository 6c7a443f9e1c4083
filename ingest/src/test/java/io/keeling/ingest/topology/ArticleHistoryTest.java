package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which versions of an article are news. */
class ArticleHistoryTest {

  private static final Instant EARLIER = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void oldVersionsAreKnownUpToTheirNumber() {
    ArticleHistory history =
        ArticleHistory.first("one", NOW).with("two", NOW, 2).with("three", NOW, 2);

    assertThat(history.seen()).containsExactly("two", "three");
    assertThat(history.isNews("two", EARLIER)).isFalse();
    assertThat(history.isNews("one", EARLIER)).isTrue();
  }
}
