package io.keeling.ingest.topology;

import static io.keeling.ingest.topology.Documents.article;
import static io.keeling.ingest.topology.Documents.rss;
import static io.keeling.ingest.topology.IngestDriver.FEED;
import static io.keeling.ingest.topology.IngestDriver.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the links that sources lead to. */
class LinksTest {

  private static final String LINK = "https://news.example/2026/11/rivers-fall";

  @TempDir Path directory;
  private IngestDriver ingest;

  @BeforeEach
  void open() {
    ingest = new IngestDriver(directory);
    ingest.source(feed("news", FEED, Duration.ofDays(20)));
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  private List<FetchRequest> feedLeadsTo(String... links) {
    ingest.fetched(ingest.asked().get(0), rss(links));
    return ingest.asked();
  }

  @Test
  void aLinkIsAskedForOnceHoweverItIsWritten() {
    List<FetchRequest> asked =
        feedLeadsTo(
            LINK + "?utm_source=rss", LINK + "#top", "HTTP://NEWS.example:80/2026/11/rivers-fall");

    assertThat(asked).extracting(FetchRequest::url).containsExactly(LINK);
    assertThat(asked.get(0).purpose()).isEqualTo(FetchPurpose.ARTICLE);
  }

  @Test
  void anArticleIsPassedOnWithItsOutletAndOneTraceFromItsDiscovery() {
    ingest.fetched(ingest.asked().get(0), rss(LINK));
    var asked = ingest.askedRecords();
    ingest.fetched(asked.get(0).value(), article("Rivers fall", "One."));

    var found = ingest.foundRecords();
    assertThat(found).hasSize(1);
    Article article = found.get(0).value();
    assertThat(found.get(0).key()).isEqualTo(article.id());
    assertThat(article.source().id()).isEqualTo("news");
    assertThat(article.source().name()).isEqualTo("The News");
    assertThat(article.title()).isEqualTo("Rivers fall");
    assertThat(IngestDriver.trace(asked.get(0))).hasSize(32);
    assertThat(IngestDriver.trace(found.get(0))).isEqualTo("trace-of-the-page");
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void anArticleIsFetchedAgainAtItsAgesAndOnlyChangedWordsAreANewVersion() {
    ingest.fetched(feedLeadsTo(LINK).get(0), article("Rivers fall", "One."));
    var first = ingest.now();
    List<Duration> ages = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FetchRequest again = ingest.passUntilAsked(Duration.ofMinutes(10), Duration.ofDays(4));
      ages.add(Duration.between(first, ingest.now()));
      ingest.fetched(again, article("Rivers fall", i < 2 ? "One." : "Two."));
    }
    ingest.pass(Duration.ofDays(10));

    assertThat(ages)
        .containsExactly(
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(3));
    assertThat(ingest.asked()).isEmpty();
    assertThat(ingest.found()).extracting(Article::version).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aChangeThatIsTakenBackIsPassedOnButAnOldPageReadAgainIsNot() {
    FetchRequest request = feedLeadsTo(LINK).get(0);
    ingest.fetched(request, article("Rivers fall", "One."));
    ingest.pass(Duration.ofMinutes(1));
    ingest.fetched(request, article("Rivers fall", "Two."));
    ingest.pass(Duration.ofMinutes(1));
    ingest.fetched(request, article("Rivers fall", "One."));
    assertThat(ingest.found()).hasSize(3);

    ingest.fetchedEarlier(request, Duration.ofMinutes(1), article("Rivers fall", "Two."));
    assertThat(ingest.found()).isEmpty();
  }

  @Test
  void aLinkThatKeepsFailingIsGivenUpWithADeadLetterThatAsksForItAgain() {
    FetchRequest request = feedLeadsTo(LINK).get(0);
    for (int attempt = 1; attempt <= 6; attempt++) {
      assertThat(request.attempt()).isEqualTo(attempt);
      assertThat(ingest.letters()).isEmpty();
      ingest.ended(request, FetchOutcome.UNREACHABLE);
      if (attempt < 6) {
        request = ingest.passUntilAsked(Duration.ofSeconds(10), Duration.ofDays(1));
      }
    }
    ingest.pass(Duration.ofDays(15));
    assertThat(ingest.asked()).isEmpty();

    var letters = ingest.letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).stage()).isEqualTo(Stage.FETCH);
    assertThat(letters.get(0).reason()).isEqualTo("unreachable");
    assertThat(letters.get(0).origin().topic()).isEqualTo(Topics.FETCHES.name());
    assertThat(letters.get(0).origin().key()).isEqualTo("news.example");
    assertThat(ContractSerdes.FETCH_REQUEST.deserialize("", letters.get(0).payload()).url())
        .isEqualTo(LINK);
  }

  @Test
  void aLinkThatIsGoneIsADeadLetterAtOnce() {
    ingest.ended(feedLeadsTo(LINK).get(0), FetchOutcome.GONE);

    assertThat(ingest.letters()).extracting("reason").containsExactly("gone");
  }

  @Test
  void anArticleThatVanishesLaterIsNoDeadLetter() {
    ingest.fetched(feedLeadsTo(LINK).get(0), article("Rivers fall", "One."));
    ingest.ended(
        ingest.passUntilAsked(Duration.ofMinutes(10), Duration.ofHours(2)), FetchOutcome.GONE);
    ingest.pass(Duration.ofDays(10));

    assertThat(ingest.letters()).isEmpty();
    assertThat(ingest.asked()).isEmpty();
  }

  @Test
  void aRequestThatWasNotSentBecauseTheHostRestsIsNoTry() {
    FetchRequest request = feedLeadsTo(LINK).get(0);
    for (int i = 0; i < 20; i++) {
      ingest.answer(
          request, FetchOutcome.RATE_LIMITED, 0, ingest.now().plus(Duration.ofMinutes(5)), "");
      request = ingest.passUntilAsked(Duration.ofMinutes(1), Duration.ofHours(1));
      assertThat(request.attempt()).isEqualTo(1);
    }

    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void aPageThatStaysUnreadableIsOneDeadLetter() {
    FetchRequest request = feedLeadsTo(LINK).get(0);
    ingest.fetched(request, "<html><body></body></html>");
    ingest.fetched(
        ingest.passUntilAsked(Duration.ofMinutes(10), Duration.ofHours(2)),
        "<html><body> </body></html>");

    var letters = ingest.letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).stage()).isEqualTo(Stage.READ);
    assertThat(letters.get(0).url()).isEqualTo(LINK);
    assertThat(letters.get(0).origin().topic()).isEqualTo(Topics.PAGES.name());
    assertThat(letters.get(0).payload()).isNotEmpty();
  }

  @Test
  void noHostIsAskedForMoreThanItsShareAtOnce() {
    String[] links =
        IntStream.range(0, 100).mapToObj(i -> "https://busy.example/a" + i).toArray(String[]::new);
    List<FetchRequest> asked = feedLeadsTo(links);
    assertThat(asked).hasSize(16);

    ingest.ended(asked.get(0), FetchOutcome.GONE);
    ingest.ended(asked.get(1), FetchOutcome.GONE);
    assertThat(ingest.asked()).hasSize(2);
  }

  @Test
  void aHostThatGivesNoAnswerIsAskedForOneThingAtATimeUntilItDoes() {
    String[] links =
        IntStream.range(0, 100).mapToObj(i -> "https://down.example/a" + i).toArray(String[]::new);
    List<FetchRequest> asked = feedLeadsTo(links);
    for (FetchRequest request : asked.subList(0, 15)) {
      ingest.answer(request, FetchOutcome.UNREACHABLE, 0, null, "");
    }
    assertThat(ingest.asked()).isEmpty(); // one is still under way

    ingest.answer(asked.get(15), FetchOutcome.UNREACHABLE, 0, null, "");
    List<FetchRequest> next = ingest.asked();
    assertThat(next).hasSize(1);
    ingest.ended(next.get(0), FetchOutcome.GONE);
    assertThat(ingest.asked()).hasSize(16);
  }

  @Test
  void neitherPollsNorTodaysNewsWaitBehindABacklog() {
    ingest.asked();
    String url = "https://busy.example/sitemap.xml";
    ingest.source(new Source("old", SourceKind.SITEMAP, url, "Busy", null, null, null));
    String locations =
        IntStream.range(0, 100)
            .mapToObj(i -> "<url><loc>https://busy.example/old-" + i + "</loc></url>")
            .collect(Collectors.joining());
    ingest.fetched(
        ingest.asked().get(0),
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + locations + "</urlset>");
    List<FetchRequest> backlog = ingest.asked();
    ingest.source(feed("new", "https://busy.example/feed", null));
    assertThat(ingest.asked()).isEmpty(); // as many as may be are under way

    ingest.ended(backlog.get(0), FetchOutcome.GONE);
    FetchRequest poll = ingest.asked().get(0);
    assertThat(poll.url()).isEqualTo("https://busy.example/feed");

    ingest.pass(Duration.ofMinutes(2));
    ingest.fetched(poll, rss("https://busy.example/today"));
    ingest.asked(); // it made room before its links were known
    ingest.ended(backlog.get(1), FetchOutcome.GONE);
    assertThat(ingest.asked())
        .extracting(FetchRequest::url)
        .containsExactly("https://busy.example/today");
    ingest.ended(backlog.get(2), FetchOutcome.GONE);
    assertThat(ingest.asked().get(0).url()).contains("/old-");

    // The same again: each poll comes at its time, and only one at a time.
    ingest.pass(Duration.ofHours(1));
    for (int i = 3; i < 6; i++) {
      ingest.ended(backlog.get(i), FetchOutcome.GONE);
    }
    assertThat(ingest.asked()).extracting(FetchRequest::url).containsOnlyOnce(poll.url());
  }

  @Test
  void aSitemapIndexLeadsToSitemapsAndThoseToArticlesAndNoDeeperThanThat() {
    ingest.asked();
    String url = "https://maps.example/sitemap.xml";
    ingest.source(new Source("maps", SourceKind.SITEMAP, url, "Maps", null, null, null));
    String index =
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://maps.example/%s</loc></sitemap></sitemapindex>";
    FetchRequest request = ingest.asked().get(0);
    for (String next : List.of("one.xml", "two.xml", "three.xml")) {
      ingest.fetched(request, index.formatted(next));
      request = ingest.asked().get(0);
      assertThat(request.url()).endsWith(next);
      assertThat(request.purpose()).isEqualTo(FetchPurpose.SITEMAP);
    }
    ingest.fetched(request, index.formatted("four.xml"));

    assertThat(ingest.asked()).isEmpty();
  }

  @Test
  void aSitemapThatIsCalledAFeedIsReadAsASitemapAtEveryPoll() {
    String map =
        "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://news.example/%s</loc></url></urlset>";
    ingest.fetched(ingest.asked().get(0), map.formatted("one"));
    assertThat(ingest.asked())
        .extracting(FetchRequest::url, FetchRequest::purpose)
        .containsExactly(tuple("https://news.example/one", FetchPurpose.ARTICLE));

    ingest.pass(Duration.ofDays(21));
    FetchRequest poll =
        ingest.asked().stream().filter(r -> r.url().equals(FEED)).findFirst().orElseThrow();
    ingest.fetched(poll, map.formatted("two"));
    assertThat(ingest.asked()).extracting(FetchRequest::url).contains("https://news.example/two");
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void aFeedThatIsCalledASectionOrASitemapIsReadAsAFeed() {
    ingest.asked();
    for (SourceKind kind : List.of(SourceKind.SECTION, SourceKind.SITEMAP)) {
      String host = kind.name().toLowerCase(Locale.ROOT) + ".example";
      ingest.source(
          new Source(
              kind.name().toLowerCase(Locale.ROOT),
              kind,
              "https://" + host + "/x",
              "X",
              null,
              null,
              null));
      ingest.fetched(ingest.asked().get(0), rss("https://" + host + "/story"));

      assertThat(ingest.asked())
          .extracting(FetchRequest::url)
          .containsExactly("https://" + host + "/story");
    }
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void aPageInPlaceOfAFeedIsNoFeed() {
    ingest.fetched(ingest.asked().get(0), article("We have moved", "Look elsewhere."));

    assertThat(ingest.asked()).isEmpty();
    assertThat(ingest.letters()).extracting("reason").containsExactly("not-a-feed");
  }

  @Test
  void aPageNobodyAskedForIsReadAllTheSame() {
    FetchRequest imported =
        new FetchRequest(
            "https://old.example/2019/story",
            FetchPurpose.ARTICLE,
            "import",
            ingest.now(),
            1,
            null,
            null);
    ingest.fetched(imported, article("An old story", "One."));
    ingest.fetched(imported, article("An old story", "One."));

    assertThat(ingest.found()).hasSize(1);
  }

  @Test
  void aRecordThatIsNoPageIsADeadLetter() {
    ingest.rawPage("news.example", new byte[] {1, 2, 3});

    assertThat(ingest.letters()).extracting("reason").containsExactly("malformed-page");
    assertThat(
            ingest
                .meters()
                .counter("keeling.ingest.dead.letters", "stage", "read", "reason", "malformed-page")
                .count())
        .isEqualTo(1);
  }
}
