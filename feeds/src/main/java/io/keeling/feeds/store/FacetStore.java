package io.keeling.feeds.store;

import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the values of facets. Threads may share it. A facet is counted as if nothing of it had
 * been chosen, so that its counts say what another choice would find.
 */
public final class FacetStore {

  /** Most values of a facet; the taxonomy has forty topics. */
  private static final int MOST_VALUES = 40;

  private static final List<Facet> COUNTED =
      List.of(Facet.CLIMATE, Facet.TOPIC, Facet.NAME, Facet.COUNTRY, Facet.SOURCE, Facet.LANGUAGE);

  private final Database database;
  private final Labels labels;

  public FacetStore(Database database, Labels labels) {
    this.database = database;
    this.labels = labels;
  }

  /** The counts of every facet for some filters, most frequent value first. */
  public Map<Facet, List<FacetCount>> count(Filters filters) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              WordQuery words = WordQuery.of(filters, handle);
              Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
              COUNTED.forEach(facet -> counts.put(facet, new ArrayList<>()));
              if (words.tooCommon()) {
                return counts;
              }
              ArticleSql sql = new ArticleSql(filters, words);
              handle
                  .createQuery(statement(filters, sql))
                  .bindMap(sql.bindings())
                  .bind("most", Total.MOST)
                  .bind("values", MOST_VALUES)
                  .map(
                      (row, context) -> {
                        Facet facet = Facet.valueOf(row.getString("facet"));
                        String value = row.getString("value");
                        String label = row.getString("label");
                        return Map.entry(
                            facet,
                            new FacetCount(
                                value,
                                label == null ? labels.of(facet, value) : label,
                                row.getString("type"),
                                row.getInt("count")));
                      })
                  .forEach(entry -> counts.get(entry.getKey()).add(entry.getValue()));
              return counts;
            });
  }

  /** One common result for facets of which nothing is chosen, and one for each of the others. */
  private static String statement(Filters filters, ArticleSql sql) {
    List<String> results = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    results.add(result("found", sql.condition()));
    for (Facet facet : COUNTED) {
      String result = "found";
      if (!filters.of(facet).isEmpty()) {
        result = "without_" + facet.parameter();
        results.add(result(result, sql.condition(facet)));
      }
      counts.add("(" + count(facet).formatted(facet.name(), result) + ")");
    }
    return "WITH " + String.join(", ", results) + " " + String.join(" UNION ALL ", counts);
  }

  private static String result(String name, String condition) {
    return """
        %s AS MATERIALIZED (
            SELECT a.id, a.source_id, a.source_name, a.language, a.climate_grade FROM article a
            WHERE %s ORDER BY %s LIMIT :most)
        """
        .formatted(name, condition, ArticleSql.NEWEST);
  }

  private static String count(Facet facet) {
    String columns =
        switch (facet) {
          case TOPIC -> "t.topic_id AS value, NULL AS label, NULL AS type, count(*) AS count";
          case COUNTRY -> "t.code AS value, NULL AS label, NULL AS type, count(*) AS count";
          case NAME ->
              "mode() WITHIN GROUP (ORDER BY t.text) AS value, mode() WITHIN GROUP (ORDER BY t.text)"
                  + " AS label, t.type, count(DISTINCT t.article_id) AS count";
          case SOURCE ->
              "a.source_id AS value, max(a.source_name) AS label, NULL AS type, count(*) AS count";
          case LANGUAGE -> "a.language AS value, NULL AS label, NULL AS type, count(*) AS count";
          case CLIMATE ->
              "a.climate_grade AS value, NULL AS label, NULL AS type, count(*) AS count";
          case STORY -> throw new IllegalArgumentException("stories are not counted");
        };
    String join =
        switch (facet) {
          case TOPIC -> " JOIN article_topic t ON t.article_id = a.id GROUP BY t.topic_id";
          case COUNTRY -> " JOIN article_country t ON t.article_id = a.id GROUP BY t.code";
          case NAME -> " JOIN article_name t ON t.article_id = a.id GROUP BY lower(t.text), t.type";
          case SOURCE -> " GROUP BY a.source_id";
          case LANGUAGE -> " GROUP BY a.language";
          case CLIMATE -> " GROUP BY a.climate_grade";
          case STORY -> "";
        };
    return "SELECT '%s' AS facet, "
        + columns
        + " FROM %s a"
        + join
        + " ORDER BY count DESC, value LIMIT :values";
  }
}
