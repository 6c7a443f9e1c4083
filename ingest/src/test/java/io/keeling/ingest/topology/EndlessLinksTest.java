package io.keeling.ingest.topology;

import static io.keeling.ingest.topology.Documents.rss;
import static io.keeling.ingest.topology.IngestDriver.FEED;
import static io.keeling.ingest.topology.IngestDriver.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.LinksConfig;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.reader.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of sites that would lead us on for ever. */
class EndlessLinksTest {

  private static final String SECTION = "https://town.example/news";
  private static final LinksConfig LIMITS =
      new LinksConfig(3, 40, 10, 20, 200, Duration.ofDays(30), 5);

  @TempDir Path directory;
  private IngestDriver ingest;
  private final Deque<FetchRequest> asked = new ArrayDeque<>();
  private final Set<String> followed = new HashSet<>();

  @BeforeEach
  void open() {
    ingest = new IngestDriver(directory, ScheduleConfig.defaults(), LIMITS, new ArticleReader());
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  private void watch(SourceKind kind, String url) {
    ingest.source(new Source("town", kind, url, "Town", null, null, Duration.ofHours(1)));
  }

  /**
   * Answers everything that is asked for; gives how many pages were new.
   *
   * @param page what every page is, null for an article of its own
   */
  private int answer(String section, @Nullable String page) {
    int pages = 0;
    for (asked.addAll(ingest.asked()); !asked.isEmpty(); asked.addAll(ingest.asked())) {
      FetchRequest request = asked.poll();
      boolean listing = request.purpose() != FetchPurpose.ARTICLE;
      pages += listing || !followed.add(request.url()) ? 0 : 1;
      String story = Documents.story(request.url().hashCode(), "");
      ingest.fetched(request, listing ? section : page == null ? story : page);
    }
    return pages;
  }

  private static String section(List<String> paths) {
    return paths.stream()
        .map(path -> "<h2><a href='%s'>What is on in the town this week</a></h2>".formatted(path))
        .collect(Collectors.joining("", "<html><body><main>", "</main></body></html>"));
  }

  private double leftOut(String why) {
    return ingest.meters().counter("keeling.ingest.links.left.out", "why", why).count();
  }

  @Test
  void theDaysOfACalendarAreSoonNotFollowedAnyMore() {
    watch(SourceKind.SECTION, SECTION);
    LocalDate day = LocalDate.of(2026, 1, 1);
    int pages = 0;
    for (int look = 0; look < 100; look++) {
      LocalDate first = day.plusDays(20L * look);
      List<String> days =
          IntStream.range(0, 20)
              .mapToObj(i -> "/whats-on/" + first.plusDays(i) + "/events-of-the-day.html")
              .toList();
      pages += answer(section(days), "<html><body>Nothing on this day</body></html>");
      ingest.pass(Duration.ofHours(1));
    }

    // The first look's twenty, and of the 1,980 others one in twenty.
    assertThat(pages).isBetween(100, 125);
    assertThat(leftOut("barren-links")).isEqualTo(2000 - pages);
    assertThat(ingest.letters().stream().filter(l -> l.reason().equals("barren-links")))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.message()).contains("/whats-on/0/s");
              assertThat(letter.url()).startsWith("https://town.example/whats-on/");
            });
  }

  @Test
  void theFiltersOfAListAreOneKindOfPage() {
    watch(SourceKind.SECTION, SECTION);
    int pages = 0;
    for (int look = 0; look < 20; look++) {
      int from = look * 30;
      List<String> filters =
          IntStream.range(from, from + 30)
              .mapToObj(i -> "/find-all-the-news/?id=%d&sort=%d&show=%d".formatted(i, i % 7, i % 3))
              .toList();
      pages += answer(section(filters), "<html><body>A list</body></html>");
      ingest.pass(Duration.ofHours(1));
    }

    assertThat(pages).isBetween(30, 60);
  }

  @Test
  void aKindOfPageThatLeadsToArticlesAgainIsFollowedAgain() {
    watch(SourceKind.SECTION, SECTION);
    int article = 0;
    for (int look = 0; look < 30; look++) {
      int from = look * 5;
      List<String> stories =
          IntStream.range(from, from + 5)
              .mapToObj(i -> "/story/what-happened-on-day-" + i)
              .toList();
      String page = look < 10 ? "<html><body>We are moving our servers</body></html>" : null;
      int pages = answer(section(stories), page);
      article += look < 20 ? 0 : pages;
      ingest.pass(Duration.ofHours(1));
    }

    assertThat(article).isEqualTo(50);
  }

  @Test
  void whatAFeedListsIsAlwaysFollowed() {
    ingest.source(feed("news", FEED, Duration.ofHours(1)));
    int pages = 0;
    for (int look = 0; look < 20; look++) {
      String url = "https://news.example/story/what-happened-on-day-" + look;
      pages += answer(rss(url), "<html><body>Please agree to cookies</body></html>");
      ingest.pass(Duration.ofMinutes(61));
    }

    assertThat(pages).isGreaterThanOrEqualTo(20);
    assertThat(leftOut("barren-links")).isZero();
  }

  @Test
  void failuresOfTheMomentSayNothingAboutAKindOfPage() {
    watch(SourceKind.SECTION, SECTION);
    for (int look = 0; look < 5; look++) {
      int from = look * 5;
      List<String> stories =
          IntStream.range(from, from + 5)
              .mapToObj(i -> "/story/what-happened-on-day-" + i)
              .toList();
      for (asked.addAll(ingest.asked()); !asked.isEmpty(); asked.addAll(ingest.asked())) {
        FetchRequest request = asked.poll();
        if (request.purpose() == FetchPurpose.SECTION) {
          ingest.fetched(request, section(stories));
        } else {
          ingest.ended(request, FetchOutcome.UNREACHABLE);
        }
      }
      ingest.pass(Duration.ofHours(1));
    }

    assertThat(leftOut("barren-links")).isZero();
  }

  @Test
  void noMoreLinksOfAHostWaitThanAllowedAndOneLetterSaysSo() {
    ingest.source(feed("news", FEED, null));
    String[] links =
        IntStream.range(0, 100).mapToObj(i -> "https://big.example/a" + i).toArray(String[]::new);
    ingest.fetched(ingest.asked().get(0), rss(links));

    assertThat(leftOut("host-full")).isEqualTo(60);
    assertThat(ingest.letters()).extracting("reason").containsExactly("host-full");

    int pages = answer("", null);
    assertThat(pages).isEqualTo(40);
    ingest.pass(Duration.ofMinutes(20));
    FetchRequest again = ingest.passUntilAsked(Duration.ofMinutes(1), Duration.ofHours(1));
    ingest.fetched(again, rss("https://big.example/more"));
    assertThat(ingest.asked()).extracting("url").contains("https://big.example/more");
  }

  @Test
  void aLinkOfLongAgoIsForgottenAndIfItComesUpAgainItsArticleIsStillTheSame() {
    ingest.source(feed("news", FEED, Duration.ofDays(1)));
    String[] links =
        IntStream.range(0, 12).mapToObj(i -> "https://news.example/a" + i).toArray(String[]::new);
    ingest.fetched(ingest.asked().get(0), rss(links));
    live(Duration.ofDays(20), rss("https://news.example/b"));
    assertThat(ingest.found()).hasSize(13);
    live(Duration.ofDays(1), rss("https://news.example/b", links[0]));
    assertThat(forgotten()).isZero();
    live(Duration.ofDays(30), rss("https://news.example/b"));
    assertThat(forgotten()).isGreaterThanOrEqualTo(11);

    List<FetchRequest> fetched = live(Duration.ofDays(2), rss(links[5]));
    assertThat(fetched).extracting(FetchRequest::url).contains(links[5]);
    assertThat(ingest.found()).isEmpty();
  }

  @Test
  void aHostThatNeverAnsweredIsForgottenWithTheLastOfItsLinks() {
    ingest.source(feed("news", FEED, Duration.ofDays(1)));
    ingest.fetched(ingest.asked().get(0), rss("https://gone.example/2026/11/a"));
    passUnanswered(Duration.ofDays(2));
    assertThat(ingest.rememberedHosts()).contains("gone.example");

    passUnanswered(Duration.ofDays(60));
    assertThat(ingest.rememberedHosts()).doesNotContain("gone.example");
  }

  private void passUnanswered(Duration time) {
    for (long hour = 0; hour < time.toHours(); hour += 6) {
      for (FetchRequest request : ingest.asked()) {
        if (request.url().equals(FEED)) {
          ingest.fetched(request, rss("https://news.example/b"));
        } else {
          ingest.answer(request, FetchOutcome.UNREACHABLE, 0, null, "");
        }
      }
      ingest.pass(Duration.ofHours(6));
    }
  }

  private double forgotten() {
    return ingest.meters().counter("keeling.ingest.links.forgotten").count();
  }

  /** Lets days pass, hour by hour; gives what was fetched beside the feed. */
  private List<FetchRequest> live(Duration time, String feed) {
    List<FetchRequest> pages = new ArrayList<>();
    for (long hour = 0; hour < time.toHours(); hour++) {
      for (asked.addAll(ingest.asked()); !asked.isEmpty(); asked.addAll(ingest.asked())) {
        FetchRequest request = asked.poll();
        if (request.url().equals(FEED)) {
          ingest.fetched(request, feed);
        } else {
          pages.add(request);
          ingest.fetched(request, Documents.story(request.url().hashCode(), ""));
        }
      }
      ingest.pass(Duration.ofHours(1));
    }
    return pages;
  }
}
