package io.keeling.ingest.fetch.robots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the robots.txt of each host. Thread-safe. */
public final class RobotsCache {

  /**
   * Maximum number of characters after the first asterisk of each rule, summed over a file's rules.
   * Matching an address compares up to 4096 characters with each of them, because crawler-commons
   * searches naively. This takes half a second at most; without the limit, files of 500 kB took
   * five.
   */
  private static final int MOST_WILDCARD_CHARACTERS = 32_768;

  /** Number of rules that take as much memory as one host in the cache, about one kB. */
  private static final int RULES_OF_A_HOST = 10;

  /** How long a robots.txt is trusted: the longest that RFC 9309, section 2.4, allows. */
  private static final Duration FRESHNESS = Duration.ofDays(1);

  /**
   * Time until robots.txt is requested again from a host that failed to deliver it (5xx or no
   * answer: RFC 9309, section 2.3.1.4); restarting a server takes less.
   */
  private static final Duration RETRY = Duration.ofMinutes(10);

  /**
   * Maximum size of a robots.txt, in bytes; a larger one counts as unavailable. RFC 9309, section
   * 2.5, asks for at least 500 KiB. A file that another instance fetched for us arrives in a record
   * of {@code keeling.fetches}, which may have at most 1 MiB, including its other headers.
   */
  public static final int LARGEST_FILE = 512 * 1024;

  /**
   * Maximum number of hosts remembered, at about one kB each. Several thousand sources lead to
   * fewer hosts. The robots.txt of a forgotten host is requested again.
   */
  private static final int HOSTS = 50_000;

  /**
   * How long the pages of a host wait while one request follows its robots.txt to another host:
   * longer than a request may take. After that, the next request fetches the file itself.
   */
  private static final Duration REDIRECT_WAIT = Duration.ofMinutes(1);

  private final Cache<String, Entry> entries;
  private final Cache<String, Instant> followed;
  private final PolitenessConfig politeness;
  private final RecordDeadline deadline;
  private final InstantSource clock;

  private record Entry(RobotsRules rules, Instant until) {}

  /**
   * @param deadline for reading a file
   */
  public RobotsCache(PolitenessConfig politeness, RecordDeadline deadline, InstantSource clock) {
    this.politeness = politeness;
    this.deadline = deadline;
    this.clock = clock;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(HOSTS)
            .weigher((String host, Entry entry) -> 1 + entry.rules.count() / RULES_OF_A_HOST)
            .executor(Runnable::run)
            .build();
    this.followed = Caffeine.newBuilder().maximumSize(HOSTS).build();
  }

  long remembered() {
    entries.cleanUp();
    return entries.estimatedSize();
  }

  /** Returns the address of the robots.txt that applies to an address. */
  public static CanonicalUrl addressFor(CanonicalUrl url) {
    String root = url.text().substring(0, url.text().indexOf('/', "https://".length()));
    return new CanonicalUrl(root + "/robots.txt", url.host());
  }

  /** Returns the rules for an address, if known and fresh. */
  public Optional<RobotsRules> known(CanonicalUrl url) {
    Entry entry = entries.getIfPresent(addressFor(url).text());
    return entry == null || clock.instant().isAfter(entry.until)
        ? Optional.empty()
        : Optional.of(entry.rules);
  }

  /** Notes that a fetch is following a redirect of an address's robots.txt to another host. */
  public void follows(CanonicalUrl url) {
    followed.put(addressFor(url).text(), clock.instant().plus(REDIRECT_WAIT));
  }

  /** Whether another fetch is following a redirect of an address's robots.txt to another host. */
  public boolean followed(CanonicalUrl url) {
    Instant until = followed.getIfPresent(addressFor(url).text());
    return until != null && clock.instant().isBefore(until);
  }

  /** Stores the rules from the host's response, after redirects. */
  public RobotsRules answered(CanonicalUrl url, Answer answer) {
    int status = answer.status();
    if (answer.successful()) {
      try {
        SimpleRobotRules rules = deadline.once(() -> parsed(url, answer));
        return wildcardCharacters(rules) > MOST_WILDCARD_CHARACTERS
            ? failed(url, null, "robots.txt has too many wildcards")
            : remember(url, new RobotsRules.Known(rules), FRESHNESS);
      } catch (TookTooLongException e) {
        return failed(url, null, "robots.txt took too long to read");
      }
    }
    if (status == 429 || status >= 500) {
      return failed(url, answer.retryAt(), "robots.txt answered " + status);
    }
    return allowsAll(url);
  }

  /** Notes that the host has no robots.txt: everything is allowed. */
  public RobotsRules allowsAll(CanonicalUrl url) {
    return remember(
        url, new RobotsRules.Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL)), FRESHNESS);
  }

  /** Notes that there was no usable response. */
  public RobotsRules failed(CanonicalUrl url, @Nullable Instant retryAt, String problem) {
    Instant now = clock.instant();
    Instant until = now.plus(RETRY);
    if (retryAt != null && retryAt.isAfter(until)) {
      Instant latest = now.plus(PolitenessConfig.LONGEST_REST);
      until = retryAt.isAfter(latest) ? latest : retryAt;
    }
    return remember(url, new RobotsRules.Unknown(until, problem), Duration.between(now, until));
  }

  private static int wildcardCharacters(SimpleRobotRules rules) {
    int characters = 0;
    for (RobotRule rule : rules.getRobotRules()) {
      int asterisk = rule.getPrefix().indexOf('*');
      characters += asterisk < 0 ? 0 : rule.getPrefix().length() - asterisk;
    }
    return characters;
  }

  private SimpleRobotRules parsed(CanonicalUrl url, Answer answer) {
    // The parser keeps counters, so no two threads may share one.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    parser.setMaxCrawlDelay(Long.MAX_VALUE);
    return parser.parseContent(
        addressFor(url).text(),
        answer.body(),
        "text/plain",
        List.of(politeness.agent().toLowerCase(Locale.ROOT)));
  }

  private RobotsRules remember(CanonicalUrl url, RobotsRules rules, Duration freshness) {
    followed.invalidate(addressFor(url).text());
    entries.put(addressFor(url).text(), new Entry(rules, clock.instant().plus(freshness)));
    return rules;
  }
}
