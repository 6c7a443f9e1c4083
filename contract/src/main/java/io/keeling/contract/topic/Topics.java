package io.keeling.contract.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keeling's topics. */
public final class Topics {

  /**
   * Largest record of pages and dead letters, in bytes. A page has at most 8 MiB by default ({@code
   * ingest.fetch.largestBody}), and an operator may allow more.
   */
  public static final int LARGEST_RECORD = 12 * 1024 * 1024;

  /**
   * The compression of Keeling's producers, except for {@link #PAGES}: the only codec that Kafka
   * clients of every language read without an additional library. docs/decisions/0011 has the
   * figures.
   */
  public static final String CODEC = "gzip";

  /** The catalogue of sources. */
  public static final TopicSpec SOURCES =
      new TopicSpec("keeling.sources", "source id", Map.of("cleanup.policy", "compact"));

  /** Requests to fetch; each site is in one partition. */
  public static final TopicSpec FETCHES =
      new TopicSpec(
          "keeling.fetches",
          "site: the registrable domain",
          Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(7))));

  /** Fetched pages, unchanged. */
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

  /** Decisions to take articles down, with reasons; the last decision for each article counts. */
  public static final TopicSpec REMOVALS =
      new TopicSpec("keeling.removals", "article id", Map.of("cleanup.policy", "compact"));

  /** Editors' corrections of tags; the last correction of each tag counts. */
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

  /** The current state of each article, for consumers. */
  public static final TopicSpec ENRICHED =
      new TopicSpec(
          "keeling.enriched",
          "article id",
          Map.of(
              "cleanup.policy", "compact",
              "min.compaction.lag.ms", millis(Duration.ofDays(7)),
              "max.message.bytes", Integer.toString(LARGEST_RECORD)));

  /** Failed records with the reason, to be replayed. */
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
