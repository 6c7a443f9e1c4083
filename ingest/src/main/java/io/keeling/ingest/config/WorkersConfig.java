package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How much the fetcher does at once.
 *
 * @param threads requests under way at once, without those that are slow
 * @param slowRequests slow requests under way beside the others, each with an idle thread and a
 *     connection of its own. The default lets some 700 hosts hang at once and delay no others;
 *     where more hang that were never asked before, other new hosts wait one {@code
 *     ingest.fetch.answerTimeout}, hosts known to answer do not
 * @param inFlight requests taken from the topic and not finished, from which on the fetcher takes
 *     no more; the last poll may bring 500 more, or as many again if that is less
 * @param bufferBytes memory for pages that Kafka does not have yet, in bytes. Nothing is fetched
 *     while three quarters of it are taken, so memory stays bounded; the default is some of the
 *     largest pages
 */
public record WorkersConfig(int threads, int slowRequests, int inFlight, long bufferBytes)
    implements IngestConfig.Section {

  /**
   * Age at which a request that nobody answered is dropped by the fetcher and asked again by the
   * frontier, which must agree: many times what a full queue takes, and still the same day.
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

  /** These settings with other numbers of requests at once. */
  public WorkersConfig withRequests(int quick, int slow, int unfinished) {
    return new WorkersConfig(quick, slow, unfinished, bufferBytes);
  }

  /** Most requests under way at once. */
  public int most() {
    return threads + slowRequests;
  }

  /**
   * Most bytes of pages that wait for Kafka before no more are fetched; those under way then come
   * on top. Less than the producer's buffer, so that no thread has to wait for room in it.
   */
  public long mostHeld() {
    return bufferBytes / 4 * 3;
  }
}
