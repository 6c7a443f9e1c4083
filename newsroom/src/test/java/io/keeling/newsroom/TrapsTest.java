package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.newsroom.expect.DeadLettered;
import io.keeling.newsroom.expect.Stored;
import io.keeling.newsroom.press.Manner;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.PressFiles;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrapsTest {

  private static final long LIMIT = 12L << 20;

  private Newsroom newsroom;
  private Reader reader;

  @BeforeEach
  void start() throws IOException {
    newsroom = Newsroom.start(NewsroomConfig.defaults());
    reader = new Reader(newsroom);
  }

  @AfterEach
  void stop() throws IOException {
    reader.close();
    newsroom.close();
  }

  @Test
  void missingPagesAnswerWithTheirStatus() throws IOException {
    assertThat(reader.get(trap("not-found")).status()).isEqualTo(404);
    assertThat(reader.get(trap("gone")).status()).isEqualTo(410);
    assertThat(reader.get(trap("broken")).status()).isEqualTo(500);
  }

  @Test
  void theLoopLeadsBackToWhereItBegan() throws IOException {
    String start = trap("redirect-loop");
    String next = reader.get(start).headers().get("Location");

    assertThat(next).isNotEqualTo(start);
    assertThat(reader.get(next).headers().get("Location")).isEqualTo(start);
  }

  @Test
  void redirectsLeadToAddressesNobodyMustVisit() throws IOException {
    assertThat(reader.get(trap("redirect-private")).headers().get("Location"))
        .startsWith("http://10.");
    assertThat(reader.get(trap("redirect-metadata")).headers().get("Location"))
        .startsWith("http://169.254.169.254/");
    assertThat(reader.get(trap("redirect-file")).headers().get("Location")).startsWith("file:");
  }

  @Test
  void theBombIsSmallOnTheWireAndLargeOutsideIt() throws IOException {
    assertThat(reader.taste(trap("gzip-bomb"), LIMIT)).isGreaterThanOrEqualTo(LIMIT);
  }

  @Test
  void theEndlessBodyGoesOnBeyondAnyLimit() throws IOException {
    assertThat(reader.taste(trap("endless"), LIMIT)).isGreaterThanOrEqualTo(LIMIT);
  }

  @Test
  void theSlowBodyBegins() throws IOException {
    assertThat(reader.taste(trap("slow"), 1)).isEqualTo(1);
  }

  @Test
  void theCutOffBodyEndsTooEarly() {
    assertThatThrownBy(() -> reader.get(trap("cut-off")))
        .isInstanceOf(ConnectionClosedException.class);
  }

  @Test
  void pagesWithoutAnArticleLookFineFromOutside() throws IOException {
    for (String what :
        List.of("not-html", "empty", "soft-404", "video", "short", "consent", "index")) {
      Reader.Answer answer = reader.get(trap(what));
      assertThat(answer.status()).as(what).isEqualTo(200);
      assertThat(answer.headers().get("Content-Type")).as(what).startsWith("text/html");
    }
    assertThat(reader.get(trap("empty")).body()).isEmpty();
    assertThat(reader.get(trap("not-html")).text()).startsWith("%PDF");
    assertThat(Jsoup.parse(reader.get(trap("short")).text()).select("article").text().length())
        .isLessThan(120);
  }

  @Test
  void anOverloadedPageAsksForARestOnceAndThenAnswers() throws IOException {
    String url = url(Manner.RATE_LIMITED_ONCE);

    Reader.Answer first = reader.get(url);

    assertThat(first.status()).isEqualTo(429);
    assertThat(first.headers().get("Retry-After")).isEqualTo("2");
    assertThat(reader.get(url).status()).isEqualTo(200);
  }

  @Test
  void aFlakyPageFailsOnceAndThenAnswers() throws IOException {
    String url = url(Manner.FAILS_ONCE);

    assertThat(reader.get(url).status()).isEqualTo(503);
    assertThat(reader.get(url).status()).isEqualTo(200);
  }

  @Test
  void aMovedArticleIsFoundAtItsNewAddress() throws IOException {
    Stored moved =
        newsroom.expectations().stream()
            .filter(Stored.class::isInstance)
            .map(Stored.class::cast)
            .filter(stored -> !stored.url().equals(stored.canonicalUrl()))
            .findFirst()
            .orElseThrow();

    Reader.Answer answer = reader.get(moved.url());

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.headers().get("Location")).isEqualTo(moved.canonicalUrl());
  }

  @Test
  void theLyingPagesDoNotSayWhatTheyAre() throws IOException {
    assertThat(reader.get(url(Manner.CLAIMS_UTF_8)).headers().get("Content-Type"))
        .endsWith("utf-8");
    assertThat(reader.get(url(Manner.CLAIMS_UTF_8)).text()).contains("\ufffd");
    assertThat(reader.get(url(Manner.CLAIMS_LATIN_1)).headers().get("Content-Type"))
        .endsWith("iso-8859-1");
    assertThat(reader.get(url(Manner.CLAIMS_LATIN_1)).text()).contains("Sänger");
  }

  @Test
  void theClosedArticleIsForbiddenByRobotsTxt() throws IOException {
    String closed = trap("disallowed");
    String host = closed.substring(0, closed.indexOf('/', "http://".length()));

    assertThat(closed).contains("/members/");
    assertThat(reader.get(host + "/robots.txt").text()).contains("Disallow: /members/");
    assertThat(reader.get(closed).status()).isEqualTo(200);
  }

  private String trap(String what) {
    return newsroom.expectations().stream()
        .filter(DeadLettered.class::isInstance)
        .map(DeadLettered.class::cast)
        .filter(expectation -> expectation.what().equals(what))
        .findFirst()
        .orElseThrow()
        .url();
  }

  private String url(Manner manner) {
    String id =
        PressFiles.read().allArticles().stream()
            .filter(article -> article.header().manner() == manner)
            .map(PressArticle::id)
            .findFirst()
            .orElseThrow();
    return newsroom.expectations().stream()
        .filter(Stored.class::isInstance)
        .map(Stored.class::cast)
        .filter(stored -> stored.articleId().equals(id))
        .findFirst()
        .orElseThrow()
        .canonicalUrl();
  }
}
