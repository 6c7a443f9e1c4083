package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.newsroom.log.LoggedRequest;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class NewsroomTest {

  @Test
  void everyOutletHasAFrontPageThatLinksToItsArticles() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      assertThat(newsroom.outlets()).hasSizeGreaterThanOrEqualTo(10);
      for (Outlet outlet : newsroom.outlets()) {
        Reader.Answer front = reader.get("http://" + outlet.host() + ":" + newsroom.port() + "/");
        assertThat(front.status()).as(outlet.id()).isEqualTo(200);
        assertThat(front.text()).as(outlet.id()).contains(outlet.name()).contains("<a href=");
      }
    }
  }

  @Test
  void addressesInPagesFollowTheHostTheClientAskedFor() throws IOException {
    NewsroomConfig config = NewsroomConfig.defaults().withDomain("newsroom");
    try (Newsroom newsroom = Newsroom.start(config);
        Reader reader = new Reader(newsroom)) {
      Reader.Answer feed =
          reader.get("http://harbour-herald.newsroom:" + newsroom.port() + "/rss.xml");

      assertThat(newsroom.hosts()).containsKey("harbour-herald.newsroom");
      assertThat(feed.text())
          .contains("<link>http://harbour-herald.newsroom:" + newsroom.port() + "/2026/")
          .doesNotContain(".localhost");
    }
  }

  @Test
  void aHostThatIsNoOutletGetsTheListOfOutlets() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      Reader.Answer answer = reader.get("http://127.0.0.1:" + newsroom.port() + "/");

      assertThat(answer.text())
          .contains("http://harbour-herald.localhost:" + newsroom.port() + "/");
      assertThat(reader.get("http://127.0.0.1:" + newsroom.port() + "/robots.txt").status())
          .isEqualTo(404);
    }
  }

  @Test
  void requestsAreWrittenDownWithWhatTheClientSaidAboutItself() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      String host = "harbour-herald.localhost";
      reader.get("http://" + host + ":" + newsroom.port() + "/robots.txt");
      reader.get(
          "http://" + host + ":" + newsroom.port() + "/rss.xml", "If-None-Match", "\"none\"");

      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () ->
                  newsroom.requests().of(host).stream()
                      .allMatch(request -> request.status() == 200));
      LoggedRequest feed = newsroom.requests().of(host).get(1);
      assertThat(feed.userAgent()).isEqualTo("newsroom-test");
      assertThat(feed.conditional()).isTrue();
      assertThat(newsroom.requests().robotsCameFirst(host)).isTrue();
      assertThat(newsroom.requests().mostAtOnce(host)).isEqualTo(1);
      assertThat(newsroom.requests().counts(host))
          .isEqualTo(Map.of("/robots.txt", 1, "/rss.xml", 1));
    }
  }

  @Test
  void aPortThatIsTakenIsReported() throws IOException {
    try (Newsroom first = Newsroom.start(NewsroomConfig.defaults())) {
      NewsroomConfig same = NewsroomConfig.defaults().withPort(first.port());

      assertThatThrownBy(() -> Newsroom.start(same)).isInstanceOf(BindException.class);
    }
  }

  @Test
  void correctionsComeOutByThemselvesWhenTheirTimeHasCome() throws IOException {
    NewsroomConfig atOnce = NewsroomConfig.defaults().withCorrectAfter(Duration.ZERO);
    try (Newsroom newsroom = Newsroom.start(atOnce);
        Reader reader = new Reader(newsroom)) {
      String feed = "http://harbour-herald.localhost:" + newsroom.port() + "/rss.xml";

      assertThat(reader.get(feed).text()).contains("case brought by eight fishermen");
    }
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> NewsroomConfig.defaults().withPort(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be 0 to 65535, not 70000");
    assertThatThrownBy(() -> NewsroomConfig.defaults().withDomain("Not A Host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("domain must be");
  }
}
