package io.keeling.feeds.store;

import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the values of facets. Threads may share it. A facet is counted as if nothing of it had
 * been chosen, so that its counts say what another choice would find.
 */
public final class FacetStore {

  /** Most values of a facet; the taxonomy has forty topics. */
  private static final int MOST_VALUES = 40;

  /**
   * Names of one thing are one; of things that are not known, those that differ in case, written as
   * most articles write it.
   */
  private static final String NAMES =
      """
      SELECT '%1$s' AS facet, (array_agg(form ORDER BY count DESC, form))[1] AS value,
             (array_agg(form ORDER BY count DESC, form))[1] AS label, type, sum(count) AS count
      FROM (SELECT coalesce(t.label, t.text) AS form, t.type, count(DISTINCT a.id) AS count
            FROM %2$s a JOIN article_name t ON t.article_id = a.id
            WHERE length(t.text) <= :longest_name GROUP BY 1, t.type) forms
      GROUP BY lower(form), type ORDER BY count DESC, value LIMIT :values
      """;

  /** An outlet's entry points may call it differently: it has the name most articles have. */
  private static final String OUTLET_NAME =
      "mode() WITHIN GROUP (ORDER BY left(a.source_name, :longest_outlet))";

  private final Database database;
  private final Labels labels;

  public FacetStore(Database database, Labels labels) {
    this.database = database;
    this.labels = labels;
  }

  /** The counts of every facet for some filters, most frequent value first. */
  public Map<Facet, List<FacetCount>> count(Filters filters) {
    return database.read(
        handle -> {
          WordQuery words = WordQuery.of(filters, handle);
          Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
          Facet.COUNTED.forEach(facet -> counts.put(facet, new ArrayList<>()));
          if (words.tooCommon()) {
            return counts;
          }
          ArticleSql sql = new ArticleSql(filters, words);
          handle
              .createQuery(statement(filters, sql))
              .bindMap(sql.bindings())
              .bind("most", Total.MOST)
              .bind("values", MOST_VALUES)
              .bind("longest_name", TagLimits.NAME)
              .bind("longest_outlet", ArticleLimits.OUTLET_NAME)
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
              .forEach(
                  entry ->
                      Objects.requireNonNull(counts.get(entry.getKey())).add(entry.getValue()));
          return counts;
        });
  }

  /** One common result for facets of which nothing is chosen, and one for each of the others. */
  private static String statement(Filters filters, ArticleSql sql) {
    List<String> results = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    results.add(result("found", sql.condition()));
    for (Facet facet : Facet.COUNTED) {
      String result = "found";
      if (!filters.of(facet).isEmpty()) {
        result = "without_" + facet.parameter();
        results.add(result(result, sql.condition(facet)));
      }
      counts.add("(" + count(facet, sql).formatted(facet.name(), result) + ")");
    }
    return "WITH " + String.join(", ", results) + " " + String.join(" UNION ALL ", counts);
  }

  private static String result(String name, String condition) {
    return """
    %s AS MATERIALIZED (
        SELECT a.id, a.source_domain, a.source_name, a.language, a.climate_grade FROM article a
        WHERE %s ORDER BY %s LIMIT :most)
    """
        .formatted(name, condition, ArticleSql.NEWEST);
  }

  /** Counts a facet of the result that is written in for {@code %2$s}; {@code %1$s} is its name. */
  private static String count(Facet facet, ArticleSql sql) {
    return switch (facet) {
      case TOPIC -> simple("t.topic_id", "count(*)", topics(sql, facet));
      case TOPIC_GRADE -> simple("t.grade", "count(DISTINCT a.id)", topics(sql, facet));
      case COUNTRY ->
          simple("t.code", "count(*)", " JOIN article_country t ON t.article_id = a.id");
      case SOURCE -> simple("a.source_domain", OUTLET_NAME, "count(*)", "");
      case LANGUAGE -> simple("a.language", "count(*)", "");
      case CLIMATE -> simple("a.climate_grade", "count(*)", "");
      case NAME -> NAMES;
      case STORY -> throw new IllegalArgumentException("stories are not counted");
    };
  }

  /** The topics of the result, of the grade or the topics that are chosen beside a facet. */
  private static String topics(ArticleSql sql, Facet facet) {
    return " JOIN article_topic t ON t.article_id = a.id AND " + sql.topics(facet);
  }

  private static String simple(String value, String count, String join) {
    return simple(value, "NULL", count, join);
  }

  private static String simple(String value, String label, String count, String join) {
    return """
        SELECT '%%1$s' AS facet, %1$s AS value, %2$s AS label, NULL AS type, %3$s AS count
        FROM %%2$s a%4$s GROUP BY %1$s ORDER BY count DESC, value LIMIT :values
        """
        .formatted(value, label, count, join);
  }
}
