package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.export.CsvAnswer;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/mentions} and {@code /api/mentions.csv}: the tags of a query's articles, with
 * counts. Threads may share it.
 */
public final class MentionsApi {

  /** Maximum number of values of a facet: more than there are countries. */
  private static final int MOST = 250;

  private final FacetCounts facets;

  public MentionsApi(FacetCounts facets) {
    this.facets = facets;
  }

  public void json(Context context, ArticleQuery query) {
    Map<String, List<FacetCount>> answer = new LinkedHashMap<>();
    facets
        .together(query.filters(), MOST)
        .forEach((facet, counts) -> answer.put(facet.parameter(), counts));
    JsonAnswer.send(context, answer);
  }

  public void csv(Context context, ArticleQuery query) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    facets
        .together(query.filters(), MOST)
        .forEach((facet, counts) -> counts.forEach(count -> rows.add(row(facet, count))));
    CsvAnswer.send(
        context, "mentions", List.of("facet", "value", "label", "type", "articles"), rows);
  }

  private static List<@Nullable Object> row(Facet facet, FacetCount count) {
    return Arrays.asList(
        facet.parameter(), count.value(), count.label(), count.type(), count.count());
  }
}
