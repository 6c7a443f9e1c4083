package io.keeling.newsroom.scale;

import java.time.Duration;
import java.util.Objects;

/**
 * How large the generated press is and how its hosts behave.
 *
 * @param hosts how many hosts, all on one port
 * @param sourcesPerHost feeds of each host
 * @param articlesPerSource articles in each feed
 * @param movedPerSource how many of them, the first, have moved to the next host
 * @param named how many pages of articles each host serves that name an author, the first ones; the
 *     pages after them name none, whichever they are
 * @param odd how many hosts behave otherwise than the rest
 * @param padding bytes of script that each article's page has beside its text
 * @param seed from which all texts are made: the same seed, the same words
 */
public record ScaleConfig(
    int hosts,
    int sourcesPerHost,
    int articlesPerSource,
    int movedPerSource,
    int named,
    OddHosts odd,
    int padding,
    long seed) {

  /**
   * How many hosts behave otherwise than the rest.
   *
   * @param unhurried how many hosts, the first, ask for {@link #crawlDelay} in robots.txt
   * @param crawlDelay what they ask for, whole seconds
   * @param robotsElsewhere how many hosts, after those, redirect robots.txt to the next host
   * @param hanging how many hosts, the last, take requests and never answer
   */
  public record OddHosts(int unhurried, Duration crawlDelay, int robotsElsewhere, int hanging) {

    /** Checks every value. */
    public OddHosts {
      Objects.requireNonNull(crawlDelay, "crawlDelay");
      require(
          unhurried >= 0 && robotsElsewhere >= 0 && hanging >= 0,
          "unhurried, robotsElsewhere and hanging must be 0 or more");
    }
  }

  /** Checks every value. */
  public ScaleConfig {
    require(hosts >= 1 && hosts <= 10_000, "hosts must be 1 to 10000, not " + hosts);
    require(sourcesPerHost >= 1, "sourcesPerHost must be 1 or more");
    require(padding >= 0, "padding must be 0 or more");
    require(named >= 0, "named must be 0 or more");
    require(articlesPerSource >= 1, "articlesPerSource must be 1 or more");
    require(
        movedPerSource >= 0 && movedPerSource <= articlesPerSource,
        "movedPerSource must be 0 to articlesPerSource");
    require(
        odd.unhurried + odd.robotsElsewhere + odd.hanging <= hosts,
        "unhurried, robotsElsewhere and hanging must together be at most hosts");
  }

  /** Well-behaved hosts. */
  public static ScaleConfig of(int hosts, int sourcesPerHost, int articlesPerSource) {
    OddHosts none = new OddHosts(0, Duration.ZERO, 0, 0);
    return new ScaleConfig(hosts, sourcesPerHost, articlesPerSource, 0, 0, none, 0, 1);
  }

  /** The same with articles that have moved to the next host. */
  public ScaleConfig withMovedPerSource(int count) {
    return new ScaleConfig(
        hosts, sourcesPerHost, articlesPerSource, count, named, odd, padding, seed);
  }

  /** The same with authors on the first so many pages of each host, and on none after them. */
  public ScaleConfig withNamed(int count) {
    return new ScaleConfig(
        hosts, sourcesPerHost, articlesPerSource, movedPerSource, count, odd, padding, seed);
  }

  /** The same with larger pages. */
  public ScaleConfig withPadding(int bytes) {
    return new ScaleConfig(
        hosts, sourcesPerHost, articlesPerSource, movedPerSource, named, odd, bytes, seed);
  }

  /** The same with other odd hosts. */
  public ScaleConfig with(OddHosts others) {
    return new ScaleConfig(
        hosts, sourcesPerHost, articlesPerSource, movedPerSource, named, others, padding, seed);
  }

  /** The same with hosts that hang. */
  public ScaleConfig withHangingHosts(int count) {
    return with(new OddHosts(odd.unhurried, odd.crawlDelay, odd.robotsElsewhere, count));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
