package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.url.CanonicalUrl;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A fetch under way. It takes as many exchanges as robots.txt and redirects need, each in the queue
 * of the host it goes to. One thread at a time has it.
 */
final class FetchJob {

  private final FetchRequest request;
  private final String key;
  private final String trace;
  private final TopicPartition partition;
  private final long offset;
  private final long startedNanos = System.nanoTime();

  private CanonicalUrl page;
  private int redirects;
  private @Nullable CanonicalUrl robots;
  private int robotsRedirects;

  FetchJob(
      FetchRequest request,
      CanonicalUrl page,
      String key,
      String trace,
      TopicPartition partition,
      long offset) {
    this.request = request;
    this.page = page;
    this.key = key;
    this.trace = trace;
    this.partition = partition;
    this.offset = offset;
  }

  FetchRequest request() {
    return request;
  }

  /** The record's key, which the page gets too. */
  String key() {
    return key;
  }

  String trace() {
    return trace;
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  long startedNanos() {
    return startedNanos;
  }

  /** Where the page is now thought to be. */
  CanonicalUrl page() {
    return page;
  }

  /** The host the next exchange goes to. */
  String nextHost() {
    return (robots != null ? robots : page).host();
  }

  /** The address of the robots.txt that is to be asked for first, or null. */
  @Nullable CanonicalUrl robots() {
    return robots;
  }

  void askRobots(CanonicalUrl address) {
    robots = address;
    robotsRedirects = 0;
  }

  void robotsKnown() {
    robots = null;
  }

  /** Follows a redirect of robots.txt, unless there were too many. */
  boolean followRobots(CanonicalUrl address, int most) {
    robots = address;
    return ++robotsRedirects <= most;
  }

  /** Follows a redirect of the page, unless there were too many. */
  boolean follow(CanonicalUrl address, int most) {
    page = address;
    return ++redirects <= most;
  }
}
