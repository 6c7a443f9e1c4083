package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * Limits of a single request, and of the connections they go through.
 *
 * @param connectTimeout longest time to connect, TLS included
 * @param answerTimeout longest silence of a host while it answers
 * @param totalTimeout longest time of one request from its start to the last byte; the default lets
 *     a slow host send a large page and cuts one that drips
 * @param largestTransfer most bytes taken from the wire for one page; the default is ten times the
 *     largest news page of our corpus
 * @param largestBody most bytes of one page after content decoding; must leave room for headers in
 *     the largest record of {@code keeling.pages} (12 MiB)
 * @param redirects most redirects followed for one page, and by one request to a hub (RFC 9110,
 *     section 15.4, asks for a limit)
 * @param headers most header fields of an answer, against answers that never come to their body;
 *     the default is twice what Apache httpd takes of a request
 * @param longestHeader most bytes of one header field, and a quarter of those of all fields over
 *     HTTP/2; the default is twice what Apache httpd takes of a request
 * @param keepAlive how long an idle connection is kept for the next request to its host; the
 *     default outlasts the pause between two
 * @param ioThreads threads that move the bytes of all HTTPS connections; they decrypt and never
 *     wait, so that few suffice
 */
public record FetchConfig(
    Duration connectTimeout,
    Duration answerTimeout,
    Duration totalTimeout,
    int largestTransfer,
    int largestBody,
    int redirects,
    int headers,
    int longestHeader,
    Duration keepAlive,
    int ioThreads)
    implements IngestConfig.Section {

  /**
   * Bytes that headers and framing may take in a record of pages. Chosen: addresses may be 4 KiB
   * each, and there are a handful of headers.
   */
  private static final int HEADER_ROOM = 256 * 1024;

  public FetchConfig {
    Duration least = Duration.ofMillis(100);
    Duration most = Duration.ofMinutes(10);
    Checks.between("connectTimeout", connectTimeout, least, most);
    Checks.between("answerTimeout", answerTimeout, least, most);
    Checks.between("totalTimeout", totalTimeout, least, most);
    int largest = Topics.LARGEST_RECORD - HEADER_ROOM;
    Checks.between("largestTransfer", largestTransfer, 1024, largest);
    Checks.between("largestBody", largestBody, 1024, largest);
    Checks.between("redirects", redirects, 0, 20);
    Checks.between("headers", headers, 20, 10_000);
    Checks.between("longestHeader", longestHeader, 1024, 1024 * 1024);
    Checks.between("keepAlive", keepAlive, Duration.ofSeconds(1), Duration.ofHours(1));
    Checks.between("ioThreads", ioThreads, 1, 256);
  }

  public static FetchConfig defaults() {
    return new FetchConfig(
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(45),
        8 * 1024 * 1024,
        8 * 1024 * 1024,
        5,
        200,
        16 * 1024,
        Duration.ofSeconds(30),
        2);
  }

  /** These settings with other limits of the time and size of an answer. */
  public FetchConfig withLimits(Duration silence, Duration total, int transfer, int body) {
    return new FetchConfig(
        connectTimeout,
        silence,
        total,
        transfer,
        body,
        redirects,
        headers,
        longestHeader,
        keepAlive,
        ioThreads);
  }
}
