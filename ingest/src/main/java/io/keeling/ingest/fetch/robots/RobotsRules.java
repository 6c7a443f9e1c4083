package io.keeling.ingest.fetch.robots;

import crawlercommons.robots.SimpleRobotRules;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The robots.txt of a host (RFC 9309). */
public sealed interface RobotsRules {

  /** Returns the number of rules and sitemaps. */
  default int count() {
    return 0;
  }

  /** A file that was read, or a missing one, which allows everything. */
  record Known(SimpleRobotRules rules) implements RobotsRules {

    public boolean allows(CanonicalUrl url) {
      return rules.isAllowed(url.text());
    }

    @Override
    public int count() {
      return rules.getRobotRules().size() + rules.getSitemaps().size();
    }

    /** Returns the sitemaps, which are for every crawler. */
    public List<String> sitemaps() {
      return List.copyOf(rules.getSitemaps());
    }

    /** Returns {@code Crawl-delay}, zero if there is none. */
    public Duration delay() {
      long millis = rules.getCrawlDelay();
      return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
  }

  /** The host failed to deliver the file, so nothing may be fetched for now. */
  record Unknown(Instant until, String problem) implements RobotsRules {}
}
