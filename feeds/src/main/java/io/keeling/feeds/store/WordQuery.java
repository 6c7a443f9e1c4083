package io.keeling.feeds.store;

import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The words of a query, stemmed for every language that articles are in: an article is matched in
 * its own language. Immutable and safe to share between threads.
 *
 * @param byConfig {@code tsquery} by text search configuration, both as text; empty where no words
 *     were given, or no article is in a wanted language
 * @param given whether words were given
 */
record WordQuery(Map<String, String> byConfig, boolean given) {

  /** No words: every article matches. */
  static final WordQuery NONE = new WordQuery(Map.of(), false);

  /**
   * The languages in use, by hopping through the index on them instead of reading every article.
   */
  private static final String PARSE =
      """
      WITH RECURSIVE used (language) AS (
          (SELECT language FROM article ORDER BY language LIMIT 1)
          UNION ALL
          SELECT (SELECT a.language FROM article a WHERE a.language > used.language
                  ORDER BY a.language LIMIT 1)
          FROM used WHERE used.language IS NOT NULL
      )
      SELECT DISTINCT CAST(config AS text) AS config,
             CAST(websearch_to_tsquery(config, :words) AS text) AS query
      FROM (SELECT language_search_config(language) AS config FROM used
            WHERE language IS NOT NULL AND (:everyLanguage OR language = ANY (:languages))) c
      ORDER BY config
      """;

  /** Stems the words of some filters. */
  static WordQuery of(Filters filters, Handle handle) {
    if (filters.words().isEmpty()) {
      return NONE;
    }
    Map<String, String> queries = new LinkedHashMap<>();
    handle
        .createQuery(PARSE)
        .bind("words", filters.words())
        .bind("everyLanguage", filters.of(Facet.LANGUAGE).isEmpty())
        .bind("languages", filters.of(Facet.LANGUAGE).toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("config"), row.getString("query")))
        .forEach(entry -> queries.put(entry.getKey(), entry.getValue()));
    return new WordQuery(Map.copyOf(queries), true);
  }

  /** Whether the words are only such as every text has ({@code the}), or none at all. */
  boolean tooCommon() {
    return given && any().isEmpty();
  }

  /** One query that matches whatever any of them does, for the index. */
  String any() {
    return byConfig.values().stream()
        .filter(query -> !query.isEmpty())
        .distinct()
        .sorted()
        .map(query -> "(" + query + ")")
        .collect(Collectors.joining(" | "));
  }

  /** SQL for the query that fits the article {@code a}. */
  String own() {
    if (byConfig.values().stream().distinct().count() <= 1) {
      return "CAST(:words_any AS tsquery)";
    }
    StringBuilder sql = new StringBuilder("CASE a.search_config");
    int number = 0;
    for (String ignored : configs()) {
      sql.append(
          " WHEN CAST(:config_%1$d AS regconfig) THEN CAST(:words_%1$d AS tsquery)"
              .formatted(number++));
    }
    return sql.append(" ELSE CAST(:words_any AS tsquery) END").toString();
  }

  /** The values of {@link #own()} and of {@code :words_any}. */
  Map<String, Object> bindings() {
    Map<String, Object> bindings = new LinkedHashMap<>();
    if (!given) {
      return bindings;
    }
    bindings.put("words_any", any());
    int number = 0;
    for (String config : configs()) {
      bindings.put("config_" + number, config);
      bindings.put("words_" + number, byConfig.get(config));
      number++;
    }
    return bindings;
  }

  private Iterable<String> configs() {
    return byConfig.keySet().stream().sorted().toList();
  }
}
