package io.keeling.ingest.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.reader.url.CanonicalUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is chosen to be watched, on a site served over HTTP. */
class DiscoveryTest {

  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final IngestConfig CONFIG =
      IngestConfig.defaults()
          .with(PolitenessConfig.defaults().withPause(PAUSE), NetworkConfig.local());
  private static final String RSS =
      "<rss version='2.0'><channel><title>T</title><item><title>a</title><link>/2026/a</link></item>"
          + "</channel></rss>";
  private static final String EMPTY_RSS =
      "<rss version='2.0'><channel><title>T</title></channel></rss>";
  private static final String SITEMAP =
      "<urlset"
          + " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/2026/a</loc></url></urlset>";
  private static final String NEWS_SITEMAP =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
          + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>%s/2026/a</loc>"
          + "<news:news><news:publication><news:name>N</news:name><news:language>en</news:language>"
          + "</news:publication><news:publication_date>2026-11-24</news:publication_date>"
          + "<news:title>Words of a title</news:title></news:news></url></urlset>";
  private static final String ARTICLES =
      "<article><h2><a href='/2026/11/24/river-falls-for-third-week'>River falls for the third week"
          + " in a row</a></h2></article><article><h2><a"
          + " href='/2026/11/24/towns-share-what-is-left'>Towns share what water is"
          + " left</a></h2></article><article><h2><a"
          + " href='/2026/11/23/rain-is-not-in-sight-yet'>Rain is not in sight, say the"
          + " forecasters</a></h2></article>";

  private final Map<String, String> site = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private SinglePageFetcher fetcher;
  private String root;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          times.add(System.nanoTime());
          String body = site.get(path);
          byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
    fetcher = new SinglePageFetcher(CONFIG);
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.stop(0);
  }

  private FoundSources find(String path) throws InterruptedException {
    return new Discovery(fetcher).find(CanonicalUrl.of(root + path).orElseThrow());
  }

  private void assertChosen(FoundSources found, SourceKind kind, String path, String reason) {
    assertThat(found.choices()).as(found.steps().toString()).isNotEmpty();
    assertThat(found.choices().get(0).kind()).isEqualTo(kind);
    assertThat(found.choices().get(0).url()).isEqualTo(root + path);
    assertThat(found.choices().get(0).reason()).contains(reason);
  }

  private static String page(String head, String body) {
    return "<!doctype html><html><head><title>T</title>" + head + "</head><body>" + body;
  }

  @Test
  void takesAFeedOrASitemapAsItIs() throws Exception {
    site.put("/f", RSS);
    site.put("/s", SITEMAP);

    assertChosen(find("/f"), SourceKind.FEED, "/f", "itself");
    assertChosen(find("/s"), SourceKind.SITEMAP, "/s", "itself");
  }

  @Test
  void followsTheLinksOfTheHomePageAndChecksThem() throws Exception {
    site.put(
        "/",
        page(
            "<meta property='og:site_name' content='The Site'><link rel=alternate"
                + " type=application/rss+xml title='Comments' href=/comments/feed><link"
                + " rel='alternate' type='application/rss+xml' href=/gone.xml><link rel=alternate"
                + " type=application/atom+xml href=/page.xml><link rel='home Alternate'"
                + " type='Application/RSS+XML; charset=utf-8' href=/all.xml><link rel=alternate"
                + " type=application/rss+xml href=/sport.xml><link rel=alternate hreflang=de"
                + " type=text/html href=/de>",
            ARTICLES));
    site.put("/comments/feed", RSS);
    site.put("/page.xml", page("", "no feed"));
    site.put("/all.xml", RSS);
    site.put("/sport.xml", RSS);

    FoundSources found = find("/");

    assertChosen(found, SourceKind.FEED, "/all.xml", "named by the page");
    assertThat(found.choices()).hasSize(1);
    assertThat(found.choices().get(0).links()).isEqualTo(1);
    assertThat(found.outlet()).isEqualTo("The Site");
    assertThat(found.steps())
        .anyMatch(step -> step.contains("/gone.xml: gone, answered 404"))
        .anyMatch(step -> step.contains("/sport.xml: also named"));
    assertThat(asked).doesNotContain("/comments/feed", "/sport.xml", "/de", "/feed", "/rss");
  }

  @Test
  void prefersAFeedWithWordsToAnEmptyOne() throws Exception {
    site.put("/", page("", "<a href=/rss>RSS</a> <a href='/news/feed/'>News</a>"));
    site.put("/rss", EMPTY_RSS);
    site.put("/news/feed/", RSS);

    assertChosen(find("/"), SourceKind.FEED, "/news/feed/", "named by the page");
  }

  @Test
  void takesANewsSitemapBesideTheFeedButNoOther() throws Exception {
    site.put("/", page("<link rel=alternate type=application/rss+xml href=/all.xml>", ""));
    site.put("/all.xml", RSS);
    site.put(
        "/robots.txt", "User-agent: *\nSitemap: /archive.xml\nSitemap: " + root + "/news-map.xml");
    site.put("/archive.xml", SITEMAP);
    site.put("/news-map.xml", NEWS_SITEMAP.formatted(root));

    FoundSources found = find("/");

    assertThat(found.choices())
        .extracting(FoundSources.Choice::url)
        .containsExactly(root + "/all.xml", root + "/news-map.xml");
    assertThat(found.choices().get(1).reason()).contains("news sitemap", "robots.txt");
    assertThat(asked).doesNotContain("/archive.xml");
  }

  @Test
  void takesASitemapOfRobotsTxtWhereThereIsNoFeed() throws Exception {
    site.put("/", page("", ARTICLES));
    site.put("/robots.txt", "Sitemap: " + root + "/gone.xml\nSitemap: " + root + "/archive.xml");
    site.put("/archive.xml", SITEMAP);

    assertChosen(find("/"), SourceKind.SITEMAP, "/archive.xml", "robots.txt");
    assertThat(asked).doesNotContain("/feed");
  }

  @Test
  void triesTheUsualAddressesLast() throws Exception {
    site.put("/", page("", "<p>nothing</p><a href=/about>About</a>"));
    site.put("/feed.xml", RSS);

    assertChosen(find("/"), SourceKind.FEED, "/feed.xml", "usual address");
    assertThat(asked).startsWith("/robots.txt", "/");
  }

  @Test
  void measuresTheLinksOfASectionPageWithoutAFeed() throws Exception {
    site.put("/world/", page("", ARTICLES));
    site.put("/feed", RSS);

    FoundSources found = find("/world/");

    assertChosen(found, SourceKind.SECTION, "/world/", "look like articles");
    assertThat(found.choices().get(0).links()).isEqualTo(3);
    assertThat(asked).doesNotContain("/feed");
  }

  @Test
  void measuresAHomePageWithNothingElse() throws Exception {
    site.put("/", page("", ARTICLES));

    assertChosen(find("/"), SourceKind.SECTION, "/", "look like articles");
  }

  @Test
  void asksForNoMoreThanTwentyAddresses() throws Exception {
    StringBuilder feeds = new StringBuilder();
    StringBuilder robots = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      feeds.append("<link rel=alternate type=application/rss+xml href=/feed-%d>".formatted(i));
      robots.append("Sitemap: %s/sitemap-%d.xml\n".formatted(root, i));
    }
    site.put("/", page(feeds.toString(), "<p>nothing</p>"));
    site.put("/robots.txt", robots.toString());

    find("/");

    assertThat(asked).hasSize(1 + 20).startsWith("/robots.txt");
  }

  @Test
  void believesNoSectionWithTwoLinks() throws Exception {
    int third = ARTICLES.lastIndexOf("<article>");
    site.put("/world/", page("", ARTICLES.substring(0, third)));

    assertThat(find("/world/").choices()).isEmpty();
  }

  @Test
  void saysWhatItTriedWhereThereIsNothing() throws Exception {
    assertThat(find("/").choices()).isEmpty();
    assertThat(find("/").steps()).containsExactly(root + "/: gone, answered 404");

    site.put("/bare", page("", "<p>Nothing here</p>"));
    FoundSources found = find("/bare");
    assertThat(found.choices()).isEmpty();
    assertThat(found.steps()).anyMatch(step -> step.contains("/feed: gone"));
  }

  @Test
  void obeysRobotsTxtAndKeepsThePause() throws Exception {
    site.put("/robots.txt", "User-agent: *\nDisallow: /all.xml\n");
    site.put("/", page("<link rel=alternate type=application/rss+xml href=/all.xml>", ""));
    site.put("/all.xml", RSS);

    FoundSources found = find("/");

    assertThat(found.choices()).isEmpty();
    assertThat(asked).doesNotContain("/all.xml");
    assertThat(found.steps()).anyMatch(step -> step.contains("/all.xml: disallowed"));
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(PAUSE.toNanos());
    }
  }

  @Test
  void goesToNoForbiddenAddress() throws Exception {
    site.put(
        "/",
        page(
            "<link rel=alternate type=application/rss+xml href='http://169.254.169.254/feed'>"
                + "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
            ""));

    FoundSources found = find("/");

    assertThat(found.choices()).isEmpty();
    assertThat(found.steps()).anyMatch(step -> step.contains("169.254.169.254/feed: refused"));
  }
}
