package io.keeling.newsroom.scale;

import java.time.Duration;
import java.util.Objects;

/**
 * How large the generated press is and how its hosts behave. Immutable and safe to share between
 * threads.
 *
 * @param hosts how many hosts, all on one port
 * @param sourcesPerHost feeds of each host
 * @param articlesPerSource articles in each feed
 * @param movedPerSource how many of them, the first, have moved to the next host
 * @param unhurriedHosts how many hosts, the first, ask for {@link #crawlDelay} in robots.txt
 * @param crawlDelay what they ask for, whole seconds
 * @param robotsElsewhere how many hosts, after those, redirect robots.txt to the next host
 * @param hangingHosts how many hosts, the last, take requests and never answer
 * @param padding bytes of script that each article's page has beside its text
 * @param seed from which all texts are made: the same seed, the same words
 */
public record ScaleConfig(
    int hosts,
    int sourcesPerHost,
    int articlesPerSource,
    int movedPerSource,
    int unhurriedHosts,
    Duration crawlDelay,
    int robotsElsewhere,
    int hangingHosts,
    int padding,
    long seed) {

  /** Checks every value. */
  public ScaleConfig {
    Objects.requireNonNull(crawlDelay, "crawlDelay");
    require(hosts >= 1 && hosts <= 10_000, "hosts must be 1 to 10000, not " + hosts);
    require(sourcesPerHost >= 1, "sourcesPerHost must be 1 or more");
    require(padding >= 0, "padding must be 0 or more");
    require(articlesPerSource >= 1, "articlesPerSource must be 1 or more");
    require(
        movedPerSource >= 0 && movedPerSource <= articlesPerSource,
        "movedPerSource must be 0 to articlesPerSource");
    require(
        unhurriedHosts >= 0
            && robotsElsewhere >= 0
            && hangingHosts >= 0
            && unhurriedHosts + robotsElsewhere + hangingHosts <= hosts,
        "unhurriedHosts, robotsElsewhere and hangingHosts must be 0 or more, together at most hosts");
  }

  /** Well-behaved hosts. */
  public static ScaleConfig of(int hosts, int sourcesPerHost, int articlesPerSource) {
    return new ScaleConfig(
        hosts, sourcesPerHost, articlesPerSource, 0, 0, Duration.ZERO, 0, 0, 0, 1);
  }

  /** The same with articles that have moved to the next host. */
  public ScaleConfig withMovedPerSource(int count) {
    return new ScaleConfig(
        hosts,
        sourcesPerHost,
        articlesPerSource,
        count,
        unhurriedHosts,
        crawlDelay,
        robotsElsewhere,
        hangingHosts,
        padding,
        seed);
  }

  /** The same with hosts that ask for a delay. */
  public ScaleConfig withUnhurriedHosts(int count, Duration delay) {
    return new ScaleConfig(
        hosts,
        sourcesPerHost,
        articlesPerSource,
        movedPerSource,
        count,
        delay,
        robotsElsewhere,
        hangingHosts,
        padding,
        seed);
  }

  /** The same with hosts whose robots.txt lies at the next one. */
  public ScaleConfig withRobotsElsewhere(int count) {
    return new ScaleConfig(
        hosts,
        sourcesPerHost,
        articlesPerSource,
        movedPerSource,
        unhurriedHosts,
        crawlDelay,
        count,
        hangingHosts,
        padding,
        seed);
  }

  /** The same with hosts that hang. */
  public ScaleConfig withHangingHosts(int count) {
    return new ScaleConfig(
        hosts,
        sourcesPerHost,
        articlesPerSource,
        movedPerSource,
        unhurriedHosts,
        crawlDelay,
        robotsElsewhere,
        count,
        padding,
        seed);
  }

  /** The same with larger pages. */
  public ScaleConfig withPadding(int bytes) {
    return new ScaleConfig(
        hosts,
        sourcesPerHost,
        articlesPerSource,
        movedPerSource,
        unhurriedHosts,
        crawlDelay,
        robotsElsewhere,
        hangingHosts,
        bytes,
        seed);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
