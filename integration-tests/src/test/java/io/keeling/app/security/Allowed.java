package io.keeling.app.security;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user of {@code docs/security.md} may do with Kafka, said a second time and without ACLs. A
 * name that ends in {@code -} stands for all that begin so.
 *
 * @param name without {@code keeling-}
 * @param read topics it reads
 * @param written topics it writes
 * @param groups consumer groups it is in
 * @param transactions transactional ids it writes under
 */
record Allowed(
    String name,
    List<String> read,
    List<String> written,
    List<String> groups,
    List<String> transactions) {

  /** Topics that an operator's commands read and write. */
  private static final List<String> OF_OPERATORS =
      List.of(
          "keeling.sources",
          "keeling.fetches",
          "keeling.pages",
          "keeling.removals",
          "keeling.articles",
          "keeling.corrections",
          "keeling.enriched");

  static final List<Allowed> ALL =
      List.of(
          new Allowed(
              "ingest",
              List.of(
                  "keeling.sources",
                  "keeling.fetches",
                  "keeling.pages",
                  "keeling.removals",
                  "keeling-ingest-"),
              List.of(
                  "keeling.sources",
                  "keeling.fetches",
                  "keeling.pages",
                  "keeling.articles",
                  "keeling.dead-letters",
                  "keeling-ingest-"),
              List.of("keeling-ingest", "keeling-fetcher"),
              List.of("keeling-ingest-")),
          new Allowed(
              "enrich",
              List.of("keeling.articles", "keeling.corrections", "keeling-enrich-"),
              List.of("keeling.enriched", "keeling.dead-letters", "keeling-enrich-"),
              List.of("keeling-enrich"),
              List.of("keeling-enrich-")),
          new Allowed(
              "sink",
              List.of("keeling.enriched"),
              List.of("keeling.dead-letters"),
              List.of("keeling-sink"),
              List.of()),
          new Allowed(
              "desk",
              List.of(
                  "keeling.enriched",
                  "keeling.corrections",
                  "keeling.sources",
                  "keeling.dead-letters",
                  "keeling-ingest-frontier-sources-changelog"),
              List.of("keeling.sources", "keeling.fetches", "keeling.pages", "keeling.corrections"),
              List.of("keeling-desk-alerts"),
              List.of()),
          new Allowed(
              "operator",
              Stream.concat(
                      OF_OPERATORS.stream(),
                      Stream.of(
                          "keeling.dead-letters",
                          "keeling-ingest-frontier-sources-changelog",
                          "keeling-ingest-source-yields-changelog"))
                  .toList(),
              OF_OPERATORS,
              List.of("keeling-backup"),
              List.of("keeling-reprocess-")),
          new Allowed(
              "consumer",
              List.of(
                  "keeling.articles",
                  "keeling.enriched",
                  "keeling.removals",
                  "keeling.corrections",
                  "keeling.dead-letters"),
              List.of(),
              List.of(),
              List.of()));

  /** Those of all names that are not among the allowed. */
  static List<String> others(Collection<String> all, List<String> allowed) {
    return all.stream()
        .filter(
            name ->
                allowed.stream()
                    .noneMatch(one -> one.endsWith("-") ? name.startsWith(one) : name.equals(one)))
        .toList();
  }
}
