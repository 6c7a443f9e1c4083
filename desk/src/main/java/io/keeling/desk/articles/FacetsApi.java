package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/facets}: how many articles each value of each facet has. Threads may share it.
 */
public final class FacetsApi implements QueryAction {

  private final FacetCounts facets;

  public FacetsApi(FacetCounts facets) {
    this.facets = facets;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    Map<String, List<FacetCount>> answer = new LinkedHashMap<>();
    facets.count(query.filters()).forEach((facet, counts) -> answer.put(facet.parameter(), counts));
    JsonAnswer.send(context, answer);
  }
}
