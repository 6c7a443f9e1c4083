package io.keeling.contract.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keeling's topics. */
public final class Topics {

  /** Largest record of pages and dead letters, in bytes: 12 MiB. */
  public static final int LARGEST_RECORD = 12 * 1024 * 1024;

  /** The catalogue: what to watch. Key: source id. */
  public static final TopicSpec SOURCES =
      new TopicSpec("keeling.sources", Map.of("cleanup.policy", "compact"));

  /** What to fetch. Key: site, a registrable domain, so that one site is always one partition. */
  public static final TopicSpec FETCHES =
      new TopicSpec(
          "keeling.fetches",
          Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(7))));

  /** What came back: bytes as they came. Key: host. */
  public static final TopicSpec PAGES =
      new TopicSpec(
          "keeling.pages",
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              millis(Duration.ofDays(7)),
              "compression.type",
              "zstd",
              "max.message.bytes",
              Integer.toString(LARGEST_RECORD)));

  /**
   * The system of record: every version of every article, in order, never expiring. Key: article
   * id.
   */
  public static final TopicSpec ARTICLES =
      new TopicSpec(
          "keeling.articles",
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", "-1",
              "retention.bytes", "-1",
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** What consumers subscribe to: the current state of each article. Key: article id. */
  public static final TopicSpec ENRICHED =
      new TopicSpec(
          "keeling.enriched",
          Map.of(
              "cleanup.policy", "compact",
              "min.compaction.lag.ms", millis(Duration.ofDays(7)),
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** What failed, why, and how to replay it. Key: the origin's key. */
  public static final TopicSpec DEAD_LETTERS =
      new TopicSpec(
          "keeling.dead-letters",
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", millis(Duration.ofDays(30)),
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** All of them, in the order of the flow. */
  public static final List<TopicSpec> ALL =
      List.of(SOURCES, FETCHES, PAGES, ARTICLES, ENRICHED, DEAD_LETTERS);

  private Topics() {}

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
