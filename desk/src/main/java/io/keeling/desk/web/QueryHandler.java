package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.messages.QueryProblems;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;

/** Reads the query string for an action, and answers itself where it cannot be read. */
public final class QueryHandler implements Handler {

  /** What a query leads to. */
  @FunctionalInterface
  public interface QueryAction {
    void answer(Context context, ArticleQuery query) throws Exception;
  }

  private final QueryParser parser;
  private final Answers answers;
  private final QueryAction action;

  public QueryHandler(QueryParser parser, Answers answers, QueryAction action) {
    this.parser = parser;
    this.answers = answers;
    this.action = action;
  }

  @Override
  public void handle(Context context) throws Exception {
    ParsedQuery parsed = parser.parse(context.queryParamMap());
    if (parsed instanceof ParsedQuery.Valid valid) {
      action.answer(context, valid.query());
    } else if (parsed instanceof ParsedQuery.Invalid invalid) {
      answers.fail(context, Failure.badParameter(invalid.parameter(), QueryProblems.line(invalid)));
    }
  }
}
