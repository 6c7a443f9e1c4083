package io.keeling.newsroom.scale;

import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.route.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One generated host. Threads may share it. */
final class GeneratedSite {

  private static final Pattern FEED = Pattern.compile("/feed-(\\d{1,6})\\.xml");
  private static final Pattern ARTICLE = Pattern.compile("/news/(\\d{1,6})/(\\d{1,6})");
  private static final Pattern MOVED = Pattern.compile("/moved/(\\d{1,6})/(\\d{1,6})/(\\d{1,6})");

  private final ScalePress press;
  private final ScaleConfig config;
  private final int number;
  private final AtomicInteger pages = new AtomicInteger();
  private final ZonedDateTime published =
      ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).minusHours(2);

  GeneratedSite(ScalePress press, ScaleConfig config, int number) {
    this.press = press;
    this.config = config;
    this.number = number;
  }

  Route route(String path) {
    if (number >= config.hosts() - config.odd().hanging()) {
      return visit -> new CountDownLatch(1).await();
    }
    if (path.equals("/robots.txt")) {
      return robotsElsewhere()
          ? visit -> visit.redirect(302, press.url(next(), "/robots-of-" + number + ".txt"))
          : this::robots;
    }
    if (path.startsWith("/robots-of-")) {
      return this::robots;
    }
    Matcher feed = FEED.matcher(path);
    if (feed.matches() && number(feed, 1) < config.sourcesPerHost()) {
      return visit -> feed(visit, number(feed, 1));
    }
    Matcher article = ARTICLE.matcher(path);
    if (article.matches() && exists(number(article, 1), number(article, 2))) {
      return visit -> article(visit, number(article, 1), number(article, 2));
    }
    Matcher moved = MOVED.matcher(path);
    if (moved.matches() && exists(number(moved, 2), number(moved, 3))) {
      return visit -> page(visit, number(moved, 1), number(moved, 2), number(moved, 3));
    }
    return visit -> visit.send(404);
  }

  private boolean exists(int source, int article) {
    return source < config.sourcesPerHost() && article < config.articlesPerSource();
  }

  private boolean robotsElsewhere() {
    int place = number - config.odd().unhurried();
    return place >= 0 && place < config.odd().robotsElsewhere();
  }

  private int next() {
    return (number + 1) % (config.hosts() - config.odd().hanging());
  }

  private void robots(Visit visit) throws IOException {
    String delay =
        number < config.odd().unhurried()
            ? "Crawl-delay: " + config.odd().crawlDelay().toSeconds() + "\n"
            : "";
    send(visit, "text/plain", "User-agent: *\n" + delay + "Disallow: /closed/\n");
  }

  private void feed(Visit visit, int source) throws IOException {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < config.articlesPerSource(); i++) {
      String url = press.url(number, "/news/" + source + "/" + i);
      items
          .append("<item><title>")
          .append(generated(number, source, i).title())
          .append("</title><link>")
          .append(url)
          .append("</link><guid>")
          .append(url)
          .append("</guid><pubDate>")
          .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(published))
          .append("</pubDate></item>\n");
    }
    send(
        visit,
        "application/rss+xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>"
            + name(number)
            + "</title><link>"
            + press.url(number, "/")
            + "</link><description>Generated news</description>\n"
            + items
            + "</channel></rss>\n");
  }

  private void article(Visit visit, int source, int article) throws IOException {
    if (article < config.movedPerSource()) {
      visit.redirect(301, press.url(next(), "/moved/" + number + "/" + source + "/" + article));
    } else {
      page(visit, number, source, article);
    }
  }

  private void page(Visit visit, int host, int source, int article) throws IOException {
    GeneratedArticle words = generated(host, source, article);
    StringBuilder text = new StringBuilder();
    words.paragraphs().forEach(p -> text.append("<p>").append(p).append("</p>\n"));
    send(
        visit,
        "text/html",
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s | %2$s</title>
        <meta property="og:type" content="article"><meta property="og:title" content="%1$s">
        <meta property="og:site_name" content="%2$s">
        <meta property="article:published_time" content="%3$s">%6$s
        <script>/*%5$s*/</script></head><body><header><nav><a href="/">Front page</a></nav></header>
        <main><article><h1>%1$s</h1>
        %4$s</article></main></body></html>
        """
            .formatted(
                words.title(),
                name(host),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published),
                text,
                " ".repeat(config.padding()),
                pages.getAndIncrement() < config.named()
                    ? "<meta name=\"author\" content=\"Ada Moorland\">"
                    : ""));
  }

  private GeneratedArticle generated(int host, int source, int article) {
    return GeneratedArticle.of(
        ((config.seed() * 31 + host) * 1_000_003 + source) * 1_000_003 + article);
  }

  private static String name(int host) {
    return "Paper " + host;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static void send(Visit visit, String type, String text) throws IOException {
    visit.send(200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), true);
  }
}
