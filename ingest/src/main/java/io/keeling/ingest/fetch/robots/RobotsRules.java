package io.keeling.ingest.fetch.robots;

import crawlercommons.robots.SimpleRobotRules;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a host's robots.txt (RFC 9309) says to us. */
public sealed interface RobotsRules {

  /** Rules and sitemaps that it has. */
  default int count() {
    return 0;
  }

  /** A file that was read, or its absence, which allows everything. */
  record Known(SimpleRobotRules rules) implements RobotsRules {

    public boolean allows(CanonicalUrl url) {
      return rules.isAllowed(url.text());
    }

    @Override
    public int count() {
      return rules.getRobotRules().size() + rules.getSitemaps().size();
    }

    /** The addresses of its {@code Sitemap} lines, which hold for every crawler. */
    public List<String> sitemaps() {
      return List.copyOf(rules.getSitemaps());
    }

    /** {@code Crawl-delay}, zero if there is none. */
    public Duration delay() {
      long millis = rules.getCrawlDelay();
      return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
  }

  /**
   * The host failed to give the file, so nothing may be fetched for now.
   *
   * @param until when to ask again
   * @param problem what went wrong, one line
   */
  record Unknown(Instant until, String problem) implements RobotsRules {}
}
