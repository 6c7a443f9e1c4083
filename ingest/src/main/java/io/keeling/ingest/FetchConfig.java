package io.keeling.ingest;

import io.keeling.contract.topic.Topics;
import java.time.Duration;

/**
 * Limits of a single fetch and of the fetcher. Immutable and safe to share between threads.
 *
 * @param connectTimeout longest time to connect, TLS included
 * @param answerTimeout longest silence of a host while it answers
 * @param totalTimeout longest time of one request from its start to the last byte; the default lets
 *     a slow host send a large page and cuts one that drips
 * @param largestTransfer most bytes taken from the wire for one page; the default is ten times the
 *     largest news page of our corpus
 * @param largestBody most bytes of one page after content decoding; must leave room for headers in
 *     the largest record of {@code keeling.pages} (12 MiB)
 * @param redirects most redirects followed for one page (RFC 9110, section 15.4, asks for a limit)
 * @param threads requests under way at once, without those that are slow; hosts not known yet and
 *     hosts that failed to answer get three quarters of them at most
 * @param slowAfter time after which a request is slow and no longer holds up others; most hosts
 *     answer in a tenth of it
 * @param slowRequests slow requests under way beside the others, each with an idle thread and a
 *     connection of its own; hosts not known yet and hosts that failed to answer get three quarters
 *     of them at most. The default lets some 700 hosts hang at once and delay no others; where more
 *     hang that were never asked before, other new hosts wait one {@code answerTimeout}, hosts
 *     known to answer do not
 * @param inFlight requests taken from the topic and not finished, from which on the fetcher takes
 *     no more; the last poll may bring 500 more, or as many again if that is less. Beside it
 *     nothing is fetched while 48 MiB of pages wait for Kafka, so memory stays bounded
 * @param requestExpiry age at which a request is dropped unfetched, because the frontier has asked
 *     again by then
 */
public record FetchConfig(
    Duration connectTimeout,
    Duration answerTimeout,
    Duration totalTimeout,
    int largestTransfer,
    int largestBody,
    int redirects,
    int threads,
    Duration slowAfter,
    int slowRequests,
    int inFlight,
    Duration requestExpiry) {

  /** Left for headers and framing in a record of pages, in bytes: addresses may be 4 KiB each. */
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
    Checks.between("threads", threads, 1, 2048);
    Checks.between("slowAfter", slowAfter, least, most);
    Checks.between("slowRequests", slowRequests, 0, 8192);
    Checks.between("inFlight", inFlight, 1, 100_000);
    Checks.between("requestExpiry", requestExpiry, Duration.ofMinutes(1), Duration.ofDays(7));
  }

  public static FetchConfig defaults() {
    return new FetchConfig(
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(45),
        8 * 1024 * 1024,
        8 * 1024 * 1024,
        5,
        128,
        Duration.ofSeconds(2),
        896,
        4096,
        Duration.ofHours(6));
  }

  /** The same with another patience for hosts that are silent, or never come to an end. */
  public FetchConfig withPatience(Duration answerTimeout, Duration totalTimeout) {
    return new FetchConfig(
        connectTimeout,
        answerTimeout,
        totalTimeout,
        largestTransfer,
        largestBody,
        redirects,
        threads,
        slowAfter,
        slowRequests,
        inFlight,
        requestExpiry);
  }

  /** The same with other numbers of requests at once. */
  public FetchConfig withRequests(int threads, int slowRequests, int inFlight) {
    return new FetchConfig(
        connectTimeout,
        answerTimeout,
        totalTimeout,
        largestTransfer,
        largestBody,
        redirects,
        threads,
        slowAfter,
        slowRequests,
        inFlight,
        requestExpiry);
  }
}
