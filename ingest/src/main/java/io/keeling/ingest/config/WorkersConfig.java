package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How much the fetcher does at once.
 *
 * @param threads requests under way at once, without those that are slow
 * @param slowAfter time after which a request is slow and no longer holds up others; most hosts
 *     answer in a tenth of it
 * @param slowRequests slow requests under way beside the others, each with an idle thread and a
 *     connection of its own. The default lets some 700 hosts hang at once and delay no others;
 *     where more hang that were never asked before, other new hosts wait one {@code
 *     ingest.fetch.answerTimeout}, hosts known to answer do not
 * @param doubtfulShare of {@code threads} and of {@code slowRequests}, the share that hosts not
 *     known yet and hosts that failed to answer get at most; the rest is always there for hosts
 *     that answered last time
 * @param failingShare the share that hosts that failed to answer get at most, within {@code
 *     doubtfulShare}, so that new hosts have their chance beside them
 * @param inFlight requests taken from the topic and not finished, from which on the fetcher takes
 *     no more; the last poll may bring 500 more, or as many again if that is less
 * @param bufferBytes memory for pages that Kafka does not have yet, in bytes. Nothing is fetched
 *     while three quarters of it are taken, so memory stays bounded; the default is some of the
 *     largest pages
 * @param requestExpiry age at which a request is dropped unfetched, because the frontier has asked
 *     again by then
 */
public record WorkersConfig(
    int threads,
    Duration slowAfter,
    int slowRequests,
    double doubtfulShare,
    double failingShare,
    int inFlight,
    long bufferBytes,
    Duration requestExpiry)
    implements IngestConfig.Section {

  public WorkersConfig {
    Checks.between("threads", threads, 1, 2048);
    Checks.between("slowAfter", slowAfter, Duration.ofMillis(100), Duration.ofMinutes(10));
    Checks.between("slowRequests", slowRequests, 0, 8192);
    Checks.between("doubtfulShare", doubtfulShare, 0.1, 1);
    Checks.between("failingShare", failingShare, 0.1, doubtfulShare);
    Checks.between("inFlight", inFlight, 1, 100_000);
    Checks.between("bufferBytes", bufferBytes, 2L * Topics.LARGEST_RECORD, 4L << 30);
    Checks.between("requestExpiry", requestExpiry, Duration.ofMinutes(1), Duration.ofDays(7));
  }

  public static WorkersConfig defaults() {
    return new WorkersConfig(
        128, Duration.ofSeconds(2), 896, 0.75, 0.5, 4096, 64L * 1024 * 1024, Duration.ofHours(6));
  }

  /** These settings with other numbers of requests at once. */
  public WorkersConfig withRequests(int quick, int slow, int unfinished) {
    return new WorkersConfig(
        quick,
        slowAfter,
        slow,
        doubtfulShare,
        failingShare,
        unfinished,
        bufferBytes,
        requestExpiry);
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
