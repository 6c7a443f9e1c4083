package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.reason;
import static io.keeling.ingest.listing.Listings.urls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.reader.url.CanonicalUrl;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SectionListingTest {

  private static final CanonicalUrl PAGE =
      CanonicalUrl.of("https://www.gazette.example.co.uk/climate").get();

  private static final String HTML =
      """
      <html><body>
      <header><a href="/">Gazette</a><a href="/politics-and-public-affairs">Politics and public affairs</a></header>
      <nav><a href="/2026/11/24/harbour-wall-gives-way">Harbour wall gives way after storm surge</a></nav>
      <main>
        <article><a href="/climate/2026/nov/24/glacier-melt-speeds-up"><img src="x.jpg"></a>
          <h2><a href="/climate/2026/nov/24/glacier-melt-speeds-up#lead">Glacier melt speeds up, survey finds</a></h2>
          <a class="byline" href="/profile/some-body-of-note">Some Body of Note</a>
          <a href="/climate/2026/nov/24/glacier-melt-speeds-up#comments">14 comments</a></article>
        <article><h3><a href="story-4471.html">Rain</a></h3></article>
        <article><a href="https://news.gazette.example.co.uk/wind-farm-plan-splits-island-village">
          Wind farm plan splits island village of four hundred</a></article>
        <p><a href="/article.php?id=88123">Council votes on flood defences</a></p>
        <p><a href="/tag/long-running-story-2026">All about the long running story of 2026</a></p>
        <p><a href="/climate?page=2">Older stories from the climate desk</a></p>
        <p><a href="/files/annual-climate-report-2026.pdf">The annual climate report for 2026</a></p>
        <p><a href="https://elsewhere.example.org/2026/11/24/some-other-story-here">Some other story on another site</a></p>
        <p><a href="/sport">Sport</a> <a href="javascript:void(0)">More</a> <a href="mailto:a@b.org">Mail</a></p>
      </main>
      <footer><a href="/2019/01/02/how-we-are-governed-and-paid">How we are governed and paid</a></footer>
      </body></html>""";

  private static Listing read(String html, LinkPattern pattern, int limit) {
    return SectionListing.read(html.getBytes(UTF_8), "text/html", PAGE, pattern, limit);
  }

  @Test
  void measuresWhichLinksLeadToArticles() {
    assertThat(urls(read(HTML, null, 100)))
        .containsExactly(
            "https://www.gazette.example.co.uk/climate/2026/nov/24/glacier-melt-speeds-up",
            "https://www.gazette.example.co.uk/story-4471.html",
            "https://news.gazette.example.co.uk/wind-farm-plan-splits-island-village",
            "https://www.gazette.example.co.uk/article.php?id=88123");
  }

  /** HTML opens the link again in each block; as many have an address of a megabyte then. */
  @Test
  @Timeout(60)
  void readsBesideALongAddressThatWasLeftOpen() {
    String open = "<a href=\"" + " /".repeat(300_000) + "\">" + "<div>x</div>".repeat(15_000);

    assertThat(urls(read(HTML.replace("</main>", "</main>" + open), null, 100))).hasSize(4);
  }

  @Test
  void aLinkWithNothingButSlashesLeadsToNoArticle() {
    String link =
        "<a href=\"https://www.gazette.example.co.uk///?a=1\">The front page of the gazette</a>";

    assertThat(urls(read(HTML.replace("</main>", link + "</main>"), null, 100))).hasSize(4);
  }

  @Test
  void takesTheHeadlineForTheTitleWhereTheCardIsLinkedTwice() {
    assertThat(listed(read(HTML, null, 100)).links().get(0).title())
        .isEqualTo("Glacier melt speeds up, survey finds");
  }

  @Test
  void followsTheOperatorsPatternInstead() {
    assertThat(urls(read(HTML, LinkPattern.of("/2026/11/24/").get(), 100)))
        .containsExactly(
            "https://www.gazette.example.co.uk/2026/11/24/harbour-wall-gives-way",
            "https://elsewhere.example.org/2026/11/24/some-other-story-here");
  }

  @Test
  void saysWhenTheOperatorsPatternTakesTooLong() {
    String link = "<a href='/" + "a".repeat(60) + "!'>x</a>";

    Listing listing = read(link, LinkPattern.of("(?:(a+)+)\\1$").get(), 100);

    assertThat(reason(listing)).isEqualTo(UnlistedReason.MALFORMED);
  }

  @Test
  void readsLinksInNestedHeadersInTimeThatGrowsWithThePage() {
    String link = "<a href='/2026/11/24/harbour-wall-gives-way-%d'>Harbour wall gives way</a>";
    String page =
        "<header>".repeat(500)
            + IntStream.range(0, 7_000).mapToObj(link::formatted).collect(Collectors.joining());
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    assertThat(urls(read(page, null, 100))).isEmpty();

    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(took).isLessThan(Duration.ofSeconds(3).toNanos()); // of the processor; 10 s before
  }

  @Test
  void keepsTheFirstLinksOfTheWanted() {
    Listing.Listed listed = listed(read(HTML, null, 2));
    assertThat(urls(listed)).last().isEqualTo("https://www.gazette.example.co.uk/story-4471.html");
    assertThat(listed.leftOut()).isEqualTo(2);
  }

  @Test
  void resolvesAgainstTheBaseElement() {
    String html =
        "<base href='https://www.gazette.example.co.uk/deep/er/'><h2><a href='../long-slug-of-a-story'>A</a></h2>";
    assertThat(urls(read(html, null, 10)))
        .containsExactly("https://www.gazette.example.co.uk/deep/long-slug-of-a-story");
  }

  @Test
  void worksOnAHostThatIsAnAddress() {
    CanonicalUrl loopback = CanonicalUrl.of("http://127.0.0.1:8099/section/news").get();
    Listing listing =
        SectionListing.read(
            "<h2><a href='/news/12345-ferry-fares'>Ferry fares rise</a></h2>".getBytes(UTF_8),
            null,
            loopback,
            null,
            10);
    assertThat(urls(listing)).containsExactly("http://127.0.0.1:8099/news/12345-ferry-fares");
  }

  @Test
  void survivesNestingWithoutEnd() {
    String html =
        "<div class=x>".repeat(20_000)
            + "<a href='/one-two-three-four-five'>One two three four</a>";
    assertThat(urls(read(html, null, 10))).hasSize(1);
  }

  @Test
  void saysWhatIsNoSection() {
    assertThat(reason(read("  ", null, 10))).isEqualTo(UnlistedReason.EMPTY);
    assertThat(reason(read("<p>Closed</p>", null, 10))).isEqualTo(UnlistedReason.NOT_A_LISTING);
  }
}
