package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How we behave towards the hosts we fetch from.
 *
 * @param agent name of the crawler, in its User-Agent and in robots.txt rules (RFC 9309, section
 *     2.2.1)
 * @param contact web page or mail address in the User-Agent, by which the people who run a site can
 *     reach you. Please set it: while it is empty, the User-Agent says that no contact is
 *     configured
 * @param pause shortest pause between two requests to a host, 0 to 10 min. It runs from the end of
 *     one request to the start of the next. The default is what most published crawler policies ask
 *     for; 0 is for hosts of your own
 * @param longestCrawlDelay longest {@code Crawl-delay} that is obeyed, 0 to 10 min. A longer one is
 *     cut to this, so that a host that asks for a day between requests is still read
 */
public record PolitenessConfig(
    String agent, String contact, Duration pause, Duration longestCrawlDelay)
    implements IngestConfig.Section {

  /**
   * Longest {@code Retry-After} that is obeyed. A host that asks for a longer pause is requested
   * once a day, and a mistaken date in the far future does not end requests for ever.
   */
  public static final Duration LONGEST_REST = Duration.ofDays(1);

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]{1,64}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E&&[^()]]{0,200}");

  public PolitenessConfig {
    if (agent == null || !TOKEN.matcher(agent).matches()) {
      throw new IllegalArgumentException("agent must be 1 to 64 letters, hyphens and underscores");
    }
    if (!PRINTABLE.matcher(contact).matches()) {
      throw new IllegalArgumentException(
          "contact must be at most 200 printable ASCII characters without parentheses");
    }
    Checks.between("pause", pause, Duration.ZERO, Duration.ofMinutes(10));
    Checks.between("longestCrawlDelay", longestCrawlDelay, Duration.ZERO, Duration.ofMinutes(10));
  }

  public static PolitenessConfig defaults() {
    return new PolitenessConfig("keeling", "", Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /** The {@code User-Agent} header. */
  public String userAgent() {
    return agent
        + "/0.1 (news archive; "
        + (contact.isEmpty() ? "no contact configured" : contact)
        + ")";
  }

  /** These settings with another product token. */
  public PolitenessConfig withAgent(String agent) {
    return new PolitenessConfig(agent, contact, pause, longestCrawlDelay);
  }

  /** These settings with another pause. */
  public PolitenessConfig withPause(Duration pause) {
    return new PolitenessConfig(agent, contact, pause, longestCrawlDelay);
  }
}
