package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleSizeTest {

  private static final int MIB = 1024 * 1024;

  @Test
  void anArticleThatJsonMakesLargerThanARecordDoesNotFit() {
    assertThat(ArticleSize.fits(article("\"".repeat(7 * MIB)), 7 * MIB)).isFalse();
    assertThat(ArticleSize.fits(article("a".repeat(7 * MIB)), 7 * MIB)).isTrue();
    assertThat(ArticleSize.fits(article("\u0001".repeat(MIB)), MIB)).isTrue();
  }

  private static Article article(String text) {
    String url = "https://large.example/a";
    return Article.of(
        url,
        new Outlet("large", "Large", "large.example"),
        "Large",
        text,
        "en",
        Instant.parse("2026-11-24T09:00:00Z"));
  }
}
