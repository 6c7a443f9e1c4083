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

/** Remembers the robots.txt of each host. Threads may share it. */
public final class RobotsCache {

  /**
   * Most characters behind the first asterisks of a file's rules. An address is compared with each
   * of them (crawler-commons searches naively), so that one address costs 4096 times as many steps
   * at most: half a second, where files of 500 kB took five.
   */
  private static final int MOST_WILDCARD_CHARACTERS = 32_768;

  /** Rules that count as one host in the cache, about one kB. */
  private static final int RULES_OF_A_HOST = 10;

  /** How long a robots.txt is trusted: the most that RFC 9309, section 2.4, allows. */
  private static final Duration FRESHNESS = Duration.ofDays(1);

  /**
   * Time until a host that failed to give its robots.txt is asked again (5xx or no answer: RFC
   * 9309, section 2.3.1.4); a restart of its server takes less.
   */
  private static final Duration RETRY = Duration.ofMinutes(10);

  /**
   * Most bytes of a robots.txt that are read; a larger one counts as not given. RFC 9309, section
   * 2.5, asks for 500 KiB at least. One that another instance got for us comes in a record of
   * {@code keeling.fetches}, which with its other headers may be a MiB.
   */
  public static final int LARGEST_FILE = 512 * 1024;

  /**
   * Hosts that are remembered, at about a kB each: more than some thousand sources lead to. A
   * forgotten one is asked again.
   */
  private static final int HOSTS = 50_000;

  /**
   * How long the pages of a host wait while one request follows its robots.txt to another host,
   * which is longer than a request may take; then the next asks for itself.
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

  /** The address of the robots.txt for an address. */
  public static CanonicalUrl addressFor(CanonicalUrl url) {
    String root = url.text().substring(0, url.text().indexOf('/', "https://".length()));
    return new CanonicalUrl(root + "/robots.txt", url.host());
  }

  /** The fresh rules for an address, if known. */
  public Optional<RobotsRules> known(CanonicalUrl url) {
    Entry entry = entries.getIfPresent(addressFor(url).text());
    return entry == null || clock.instant().isAfter(entry.until)
        ? Optional.empty()
        : Optional.of(entry.rules);
  }

  /** Notes that a fetch follows the robots.txt of an address to another host. */
  public void follows(CanonicalUrl url) {
    followed.put(addressFor(url).text(), clock.instant().plus(REDIRECT_WAIT));
  }

  /** Whether a fetch is about to bring the robots.txt of an address. */
  public boolean followed(CanonicalUrl url) {
    Instant until = followed.getIfPresent(addressFor(url).text());
    return until != null && clock.instant().isBefore(until);
  }

  /** Takes in the host's answer, after redirects. */
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

  /** Notes that no usable answer came. */
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
