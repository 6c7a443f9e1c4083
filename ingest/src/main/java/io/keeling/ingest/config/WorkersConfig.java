package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How much the fetcher does at once.
 *
 * @param threads requests under way at once, 1 to 2,048. A request that takes longer than 2 s no
 *     longer counts here, but as a slow one
 * @param slowRequests slow requests under way besides {@code threads}, 0 to 8,192. Each holds a
 *     connection and a thread that waits. With the default, some 700 hosts can hang without
 *     delaying others. If more hang that were never asked before, other new hosts wait for one
 *     {@code ingest.fetch.answerTimeout}; hosts known to answer do not
 * @param inFlight unfinished requests at which the fetcher takes no more from Kafka, 1 to 100,000.
 *     The last poll can exceed it by 500, or by as many again if that is less
 * @param bufferBytes memory in bytes for pages that are not in Kafka yet, 24 MiB to 4 GiB. While
 *     three quarters of it are in use, nothing is fetched. The default holds a few of the largest
 *     pages
 */
public record WorkersConfig(int threads, int slowRequests, int inFlight, long bufferBytes)
    implements IngestConfig.Section {

  /**
   * Age at which the fetcher drops an unanswered request and the frontier repeats it. Both must use
   * the same age. It is many times longer than a full queue takes, but the request is still
   * repeated on the same day.
   */
  public static final Duration REQUEST_EXPIRY = Duration.ofHours(6);

  public WorkersConfig {
    Checks.between("threads", threads, 1, 2048);
    Checks.between("slowRequests", slowRequests, 0, 8192);
    Checks.between("inFlight", inFlight, 1, 100_000);
    Checks.between("bufferBytes", bufferBytes, 2L * Topics.LARGEST_RECORD, 4L << 30);
  }

  public static WorkersConfig defaults() {
    return new WorkersConfig(128, 896, 4096, 64L * 1024 * 1024);
  }

  /** These settings with other numbers of simultaneous requests. */
  public WorkersConfig withRequests(int quick, int slow, int unfinished) {
    return new WorkersConfig(quick, slow, unfinished, bufferBytes);
  }

  /** Maximum number of simultaneous requests. */
  public int most() {
    return threads + slowRequests;
  }

  /**
   * Number of bytes of pages waiting for Kafka above which no more pages are fetched. Requests that
   * are already under way may exceed it. Less than the producer's buffer, so that no thread has to
   * wait for room in it.
   */
  public long mostHeld() {
    return bufferBytes / 4 * 3;
  }
}
