package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.messages.QueryProblems;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import java.util.List;
import java.util.Map;

/** Parses the query string for an action. */
public final class QueryHandler implements Handler {

  /** An action that answers a query. */
  @FunctionalInterface
  public interface QueryAction {
    void answer(Context context, ArticleQuery query) throws Exception;
  }

  private final QueryParser parser;
  private final QueryAction action;

  public QueryHandler(QueryParser parser, QueryAction action) {
    this.parser = parser;
    this.action = action;
  }

  @Override
  public void handle(Context context) throws Exception {
    action.answer(context, read(parser, context.queryParamMap()));
  }

  /**
   * Reads a query.
   *
   * @throws FailureException if it cannot be read
   */
  public static ArticleQuery read(QueryParser parser, Map<String, List<String>> parameters) {
    ParsedQuery parsed = parser.parse(parameters);
    if (parsed instanceof ParsedQuery.Invalid invalid) {
      throw Failure.badParameter(invalid.parameter(), QueryProblems.line(invalid)).exception();
    }
    return ((ParsedQuery.Valid) parsed).query();
  }
}
