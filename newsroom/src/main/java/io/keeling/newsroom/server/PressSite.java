package io.keeling.newsroom.server;

import io.keeling.newsroom.design.Designs;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.feed.FeedWriter;
import io.keeling.newsroom.hostile.Traps;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.House.FeedAddress;
import io.keeling.newsroom.press.Manner;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.Trap;
import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.route.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One outlet's pages. Threads may share it. */
public final class PressSite {

  private final House house;
  private final Press press;
  private final Editions editions;
  private final Designs designs;
  private final Validators validators;
  private final long retryAfterSeconds;
  private final Map<String, Route> routes = new HashMap<>();

  /** Lays out all pages of a house. */
  public PressSite(
      House house,
      Press press,
      Editions editions,
      Designs designs,
      Traps traps,
      long retryAfterSeconds) {
    this.house = house;
    this.press = press;
    this.editions = editions;
    this.designs = designs;
    this.validators = new Validators(house.validators());
    this.retryAfterSeconds = retryAfterSeconds;
    routes.put("/", visit -> page(visit, designs.front(view(visit), null), latest()));
    for (String section : house.sections()) {
      routes.put(
          "/section/" + House.pathOf(section),
          visit -> page(visit, designs.front(view(visit), section), latest()));
    }
    String robots = house.robots();
    if (robots != null) {
      routes.put("/robots.txt", visit -> text(visit, "text/plain", robots));
    }
    for (FeedAddress feed : house.feeds()) {
      if (feed.format().kind() != io.keeling.newsroom.press.EntryPoint.Kind.SECTION) {
        routes.put(feed.path(), visit -> feed(visit, feed));
      }
    }
    for (PressArticle article : press.articlesOf(house)) {
      routes.put(article.path(), awkward(article, visit -> article(visit, article)));
      if (!article.linkedPath().equals(article.path())) {
        routes.put(
            article.linkedPath(), visit -> visit.redirect(301, visit.base() + article.path()));
      }
    }
    for (Trap trap : house.traps()) {
      routes.putAll(traps.routes(house, trap, this::view));
    }
  }

  /** What answers at a path; tracking parameters make no difference. */
  public Route route(String path) {
    String plain = path.replaceFirst("[?&]utm_.*$", "");
    if (plain.startsWith("/images/") && plain.endsWith(".svg")) {
      return visit ->
          visit.send(
              200, "image/svg+xml", designs.picture(plain).getBytes(StandardCharsets.UTF_8), true);
    }
    return routes.getOrDefault(plain, this::notFound);
  }

  private SiteView view(Visit visit) {
    return new SiteView(house, press, editions::of, visit.base());
  }

  private void article(Visit visit, PressArticle article) throws IOException {
    OffsetDateTime modified = editions.of(article).modified();
    page(
        visit,
        designs.article(view(visit), article),
        modified == null ? article.header().published() : modified,
        article.header().manner());
  }

  private void page(Visit visit, String html, OffsetDateTime changed) throws IOException {
    page(visit, html, changed, null);
  }

  private void page(Visit visit, String html, OffsetDateTime changed, @Nullable Manner manner)
      throws IOException {
    String claimed = house.charset().name();
    byte[] bytes = html.getBytes(house.charset());
    if (manner == Manner.CLAIMS_UTF_8) {
      claimed = "utf-8";
      bytes = html.getBytes(java.nio.charset.Charset.forName("windows-1252"));
    } else if (manner == Manner.CLAIMS_LATIN_1) {
      claimed = "iso-8859-1";
      bytes = html.getBytes(StandardCharsets.UTF_8);
    }
    validators.send(visit, "text/html; charset=" + claimed, bytes, changed, house.gzip());
  }

  private void feed(Visit visit, FeedAddress feed) throws IOException {
    FeedWriter writer = FeedWriter.of(feed.format());
    validators.send(
        visit,
        writer.contentType(),
        writer.write(view(visit), feed).getBytes(StandardCharsets.UTF_8),
        latest(),
        house.gzip());
  }

  private Route awkward(PressArticle article, Route route) {
    Manner manner = article.header().manner();
    if (manner != Manner.RATE_LIMITED_ONCE && manner != Manner.FAILS_ONCE) {
      return route;
    }
    AtomicInteger asked = new AtomicInteger();
    return visit -> {
      if (asked.getAndIncrement() > 0) {
        route.answer(visit);
      } else if (manner == Manner.FAILS_ONCE) {
        visit.send(503);
      } else {
        visit.headers().set("Retry-After", Long.toString(retryAfterSeconds));
        visit.send(429);
      }
    };
  }

  private OffsetDateTime latest() {
    return press.articlesOf(house).stream()
        .map(
            article -> {
              OffsetDateTime modified = editions.of(article).modified();
              return modified == null ? article.header().published() : modified;
            })
        .max(java.util.Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(OffsetDateTime.MIN);
  }

  private void notFound(Visit visit) throws IOException {
    visit.send(
        404,
        "text/html; charset=" + house.charset().name(),
        designs.notFound(view(visit)).getBytes(house.charset()),
        house.gzip());
  }

  private static void text(Visit visit, String type, String body) throws IOException {
    visit.send(200, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), false);
  }
}
