package io.keeling.desk.web;

import io.javalin.http.Handler;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.QueryParser;

/**
 * Makes handlers of actions that answer a query. Immutable and safe to share between threads.
 *
 * @param pages reads the queries of pages, which go on where a parameter is wrong
 * @param api reads the queries of the API, which refuse what is wrong
 */
public record Queries(QueryParser pages, QueryParser api) {

  /** Reads the queries of feeds, which also name a language and list what was found last first. */
  public QueryParser feeds() {
    return api.beside(ReaderLanguage.PARAMETER).foundLastFirst();
  }

  /** A page of what a query finds. */
  public Handler page(QueryAction action) {
    return new QueryHandler(pages, action);
  }

  /** The same for programs. */
  public Handler api(QueryAction action) {
    return new QueryHandler(api, action);
  }

  /** The same as a feed. */
  public Handler feed(QueryAction action) {
    return new QueryHandler(feeds(), action);
  }
}
