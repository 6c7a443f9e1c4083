package io.keeling.ingest;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How we behave towards the hosts we fetch from. Immutable and safe to share between threads.
 *
 * @param agent product token by which robots.txt rules are chosen (RFC 9309, section 2.2.1);
 *     default {@code keeling}
 * @param contact address of a page or mailbox where a host's operator reaches ours; part of the
 *     user agent. Default empty, then the user agent says that no contact is configured
 * @param pause least time between the end of one request to a host and the start of the next;
 *     default 1 s, what most published crawler policies ask for; 0 allowed, for one's own hosts
 * @param longestCrawlDelay longest {@code Crawl-delay} obeyed, longer ones are cut to it; default
 *     60 s, so that a host with a delay of a day does not hold its requests for ever
 * @param longestRest longest {@code Retry-After} obeyed; default 24 h, a day's rest at a time
 * @param robotsFreshness how long a robots.txt is believed; default 24 h, the most RFC 9309
 *     (section 2.4) allows
 * @param robotsRetry how long to wait before asking again for a robots.txt that a host failed to
 *     give (5xx or no answer: RFC 9309, section 2.3.1.4); default 10 min
 */
public record MannersConfig(
    String agent,
    String contact,
    Duration pause,
    Duration longestCrawlDelay,
    Duration longestRest,
    Duration robotsFreshness,
    Duration robotsRetry) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]{1,64}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E&&[^()]]{0,200}");

  public MannersConfig {
    Objects.requireNonNull(contact, "manners.contact");
    if (agent == null || !TOKEN.matcher(agent).matches()) {
      throw new IllegalArgumentException(
          "manners.agent must be 1 to 64 letters, hyphens and underscores");
    }
    if (!PRINTABLE.matcher(contact).matches()) {
      throw new IllegalArgumentException(
          "manners.contact must be at most 200 printable ASCII characters without parentheses");
    }
    Checks.between("manners.pause", pause, Duration.ZERO, Duration.ofMinutes(10));
    Checks.between(
        "manners.longestCrawlDelay", longestCrawlDelay, Duration.ZERO, Duration.ofMinutes(10));
    Checks.between("manners.longestRest", longestRest, Duration.ofSeconds(1), Duration.ofDays(7));
    Checks.between(
        "manners.robotsFreshness", robotsFreshness, Duration.ofSeconds(1), Duration.ofHours(24));
    Checks.between(
        "manners.robotsRetry", robotsRetry, Duration.ofMillis(100), Duration.ofHours(24));
  }

  public static MannersConfig defaults() {
    return new MannersConfig(
        "keeling",
        "",
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofHours(24),
        Duration.ofHours(24),
        Duration.ofMinutes(10));
  }

  /** The {@code User-Agent} header. */
  public String userAgent() {
    return agent
        + "/0.1 (news archive; "
        + (contact.isEmpty() ? "no contact configured" : contact)
        + ")";
  }
}
