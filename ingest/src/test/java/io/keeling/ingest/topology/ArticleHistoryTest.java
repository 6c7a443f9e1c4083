package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which versions of an article are news. */
class ArticleHistoryTest {

  private static final Instant EARLIER = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void oldVersionsAreKnownUpToTheirNumber() {
    ArticleHistory history =
        ArticleHistory.first("one", NOW).with("two", NOW, 2).with("three", NOW, 2);

    assertThat(history.seen()).containsExactly("two", "three");
    assertThat(history.isNews("two", EARLIER)).isFalse();
    assertThat(history.isNews("one", EARLIER)).isTrue();
  }

  @Test
  void aPageThatComesLateIsNotHowTheArticleReadsNow() {
    // Given words of eight o'clock, read after those of nine o'clock
    ArticleHistory history = ArticleHistory.first("nine", NOW).with("eight", EARLIER, 10);

    // Then the next look that finds the words of nine o'clock finds nothing new
    assertThat(history.isNews("nine", LATER)).isFalse();
    // and one that finds those of eight o'clock finds a change taken back
    assertThat(history.isNews("eight", LATER)).isTrue();
    assertThat(history.with("eight", LATER, 10).isNews("nine", LATER.plusSeconds(1))).isTrue();
  }

  @Test
  void manyLatePagesDoNotMakeTheNewestWordsForgotten() {
    ArticleHistory history =
        ArticleHistory.first("nine", NOW).with("a", EARLIER, 2).with("b", EARLIER, 2);

    assertThat(history.isNews("nine", LATER)).isFalse();
  }
}
