package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * Limits of a single request.
 *
 * @param connectTimeout longest time to connect to a host, TLS included, 100 ms to 10 min
 * @param answerTimeout longest silence of a host while it answers, 100 ms to 10 min
 * @param totalTimeout longest time of a whole request, to the last byte, 100 ms to 10 min. The
 *     default lets a slow host send a large page, and ends an answer that comes byte by byte
 * @param largestBody most bytes of a page, compressed or not, 512 KiB to 11.75 MiB. The default is
 *     ten times the largest news page of our corpus. The page and its headers must fit a record of
 *     {@code keeling.pages} (12 MiB)
 */
public record FetchConfig(
    Duration connectTimeout, Duration answerTimeout, Duration totalTimeout, int largestBody)
    implements IngestConfig.Section {

  /**
   * Maximum number of redirects followed for one page, for a robots.txt and by one request to a
   * hub. RFC 9110, section 15.4, asks for a limit; RFC 9309, section 2.3.1.2, asks for at least
   * five.
   */
  public static final int MOST_REDIRECTS = 5;

  /**
   * Number of bytes reserved for headers and framing in a record of {@code keeling.pages}: there
   * are a handful of headers, and addresses in them may have 4 KiB each.
   */
  private static final int HEADER_ROOM = 256 * 1024;

  public FetchConfig {
    Duration least = Duration.ofMillis(100);
    Duration most = Duration.ofMinutes(10);
    Checks.between("connectTimeout", connectTimeout, least, most);
    Checks.between("answerTimeout", answerTimeout, least, most);
    Checks.between("totalTimeout", totalTimeout, least, most);
    // The minimum leaves room for the largest robots.txt.
    Checks.between("largestBody", largestBody, 512 * 1024, Topics.LARGEST_RECORD - HEADER_ROOM);
  }

  public static FetchConfig defaults() {
    return new FetchConfig(
        Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(45), 8 * 1024 * 1024);
  }

  /** These settings with other limits of the time and size of an answer. */
  public FetchConfig withLimits(Duration silence, Duration total, int body) {
    return new FetchConfig(connectTimeout, silence, total, body);
  }
}
