package io.keeling.app.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.removal.ArticleTarget.ByOutlet;
import io.keeling.app.removal.ArticleTarget.BySource;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTargetTest {

  @Test
  void anOutletOnAPlatformIsFoundByItsAddressUnderWhateverItWasPublished() {
    Article early = article("https://greenblog.wordpress.com/2024/a", "wordpress.com");
    Article other = article("https://redblog.wordpress.com/2024/b", "wordpress.com");
    ArticleTarget blog = ArticleTarget.ofOutlet("greenblog.wordpress.com");
    ArticleTarget platform = ArticleTarget.ofOutlet("wordpress.com");

    assertThat(blog.matches(early)).isTrue();
    assertThat(blog.matches(other)).isFalse();
    assertThat(platform.matches(early)).isFalse();
  }

  @Test
  void whatAnArchiveKeepsIsOfTheOutletThatPublishedIt() {
    Article kept =
        article(
            "https://web.archive.org/web/20160401095740/http://harbour-post.example.org/a",
            "archive.org");

    assertThat(ArticleTarget.ofOutlet("example.org").matches(kept)).isTrue();
    assertThat(ArticleTarget.ofOutlet("archive.org").matches(kept)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "www.Example.org, example.org",
    "müller.de, xn--mller-kva.de",
    "MÜLLER.de, xn--mller-kva.de",
    "www.xn--mller-kva.de, xn--mller-kva.de",
    "новости.рф, xn--b1amnebsh.xn--p1ai"
  })
  void anOutletIsNamedInAnyScript(String written, String domain) {
    assertThat(ArticleTarget.ofOutlet(written)).isEqualTo(new ByOutlet(domain));
  }

  @Test
  void aSourceThatIsCalledByItsDomainIsNamedInAnyScript() {
    assertThat(ArticleTarget.of("müller.de")).isEqualTo(new BySource("xn--mller-kva.de"));
    assertThat(ArticleTarget.of("harbour-post")).isEqualTo(new BySource("harbour-post"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b.org", "example.org/news", "ada@example.org", "a..b", "x:80", "?"})
  void whatIsNoDomainIsRefused(String text) {
    assertThatThrownBy(() -> ArticleTarget.ofOutlet(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(text + " is no domain, such as example.org");
  }

  private static Article article(String url, String domain) {
    return Article.of(
        url,
        new Outlet("imported", "A paper", domain),
        "A title",
        "A text.",
        "en",
        Instant.parse("2026-11-24T10:00:00Z"));
  }
}
