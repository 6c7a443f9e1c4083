package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Trends.Span;
import io.keeling.desk.articles.Trends.SpanLength;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /api/trends}: articles over time. Threads may share it. */
public final class TrendsApi implements QueryAction {

  /** The parameter for the length of spans. */
  public static final String STEP = "step";

  record Answer(String step, List<Span> items) {}

  private final Trends trends;

  public TrendsApi(Trends trends) {
    this.trends = trends;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    String wanted = context.queryParam(STEP);
    Optional<SpanLength> step =
        Arrays.stream(SpanLength.values()).filter(s -> word(s).equals(wanted)).findFirst();
    if (wanted != null && !wanted.isEmpty() && step.isEmpty()) {
      throw Failure.badParameter(STEP, "step must be day, week, month or year").exception();
    }
    Trend trend = trends.trend(query.filters(), step.orElse(null));
    JsonAnswer.send(context, new Answer(word(trend.step()), trend.spans()));
  }

  private static String word(SpanLength step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
