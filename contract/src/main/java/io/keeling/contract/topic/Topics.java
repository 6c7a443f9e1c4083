package io.keeling.contract.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keeling's topics. */
public final class Topics {

  /**
   * Largest record of pages and dead letters, in bytes: 12 MiB. Chosen: a page is 8 MiB at most by
   * default ({@code ingest.fetch.largestBody}), and an operator may allow more.
   */
  public static final int LARGEST_RECORD = 12 * 1024 * 1024;

  /**
   * How our producers compress, except those of {@link #PAGES}: the one codec that Kafka clients of
   * every language read without an addition. docs/decisions/0011 has the figures.
   */
  public static final String CODEC = "gzip";

  /** The catalogue: what to watch. */
  public static final TopicSpec SOURCES =
      new TopicSpec("keeling.sources", "source id", Map.of("cleanup.policy", "compact"));

  /** What to fetch. One site is always one partition. */
  public static final TopicSpec FETCHES =
      new TopicSpec(
          "keeling.fetches",
          "site: the registrable domain",
          Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(7))));

  /** What came back: bytes as they came. */
  public static final TopicSpec PAGES =
      new TopicSpec(
          "keeling.pages",
          "host",
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              millis(Duration.ofDays(7)),
              "compression.type",
              "zstd",
              "max.message.bytes",
              Integer.toString(LARGEST_RECORD)));

  /** Which articles were taken down, and why; the last decision of each counts. */
  public static final TopicSpec REMOVALS =
      new TopicSpec("keeling.removals", "article id", Map.of("cleanup.policy", "compact"));

  /** What editors say of the tags of articles; the last of each tag counts. */
  public static final TopicSpec CORRECTIONS =
      new TopicSpec(
          "keeling.corrections", "article id, / and tag", Map.of("cleanup.policy", "compact"));

  /** The system of record: every version of every article, in order, never expiring. */
  public static final TopicSpec ARTICLES =
      new TopicSpec(
          "keeling.articles",
          "article id",
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", "-1",
              "retention.bytes", "-1",
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** What consumers subscribe to: the current state of each article. */
  public static final TopicSpec ENRICHED =
      new TopicSpec(
          "keeling.enriched",
          "article id",
          Map.of(
              "cleanup.policy", "compact",
              "min.compaction.lag.ms", millis(Duration.ofDays(7)),
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** What failed, why, and how to replay it. */
  public static final TopicSpec DEAD_LETTERS =
      new TopicSpec(
          "keeling.dead-letters",
          "key of the record that failed",
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", millis(Duration.ofDays(30)),
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** All topics, in the order of the flow. */
  public static final List<TopicSpec> ALL =
      List.of(SOURCES, FETCHES, PAGES, REMOVALS, ARTICLES, CORRECTIONS, ENRICHED, DEAD_LETTERS);

  private Topics() {}

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
