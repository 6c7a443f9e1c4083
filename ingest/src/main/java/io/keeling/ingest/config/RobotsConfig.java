package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How robots.txt is asked for and remembered (RFC 9309).
 *
 * @param freshness how long a robots.txt is believed; the default is the most RFC 9309 (section
 *     2.4) allows
 * @param retry how long to wait before asking again for a robots.txt that a host failed to give
 *     (5xx or no answer: RFC 9309, section 2.3.1.4)
 * @param largestFile most bytes of a robots.txt that are read; a larger one counts as not given.
 *     RFC 9309 (section 2.5) asks for 500 KiB at least
 * @param hosts hosts whose robots.txt is remembered, more than are asked at once; one that had to
 *     be forgotten is asked again. It bounds memory, at about a kB a host; one whose file has more
 *     than ten rules for us counts as several; the default is more than some thousand sources lead
 *     to
 * @param redirectWait longest time that the pages of a host wait for its robots.txt while one
 *     request follows it to another host; then the next asks for itself
 */
public record RobotsConfig(
    Duration freshness, Duration retry, int largestFile, int hosts, Duration redirectWait)
    implements IngestConfig.Section {

  /** The smallest limit that may be set for a robots.txt: 500 KiB (RFC 9309, section 2.5). */
  private static final int LEAST_PARSED = 500 * 1024;

  /**
   * The largest limit that may be set for a robots.txt, in bytes. Chosen: one that another instance
   * got for us comes in a record of {@code keeling.fetches}, which with its other headers may be a
   * MiB.
   */
  private static final int MOST_CARRIED = 960 * 1024;

  public RobotsConfig {
    Checks.between("freshness", freshness, Duration.ofSeconds(1), Duration.ofHours(24));
    Checks.between("retry", retry, Duration.ofMillis(100), Duration.ofHours(24));
    Checks.between("largestFile", largestFile, LEAST_PARSED, MOST_CARRIED);
    Checks.between("hosts", hosts, 10_000, 10_000_000);
    Checks.between("redirectWait", redirectWait, Duration.ofSeconds(1), Duration.ofHours(1));
  }

  public static RobotsConfig defaults() {
    return new RobotsConfig(
        Duration.ofHours(24), Duration.ofMinutes(10), 512 * 1024, 50_000, Duration.ofMinutes(1));
  }
}
