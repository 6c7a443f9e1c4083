package io.keeling.desk.web;

import io.javalin.http.Handler;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.QueryParser;

/**
 * Makes handlers for actions that answer queries. Immutable; threads may share it.
 *
 * @param pages parses queries of pages, which ignore invalid parameters
 * @param api parses queries of the API, which refuses them
 */
public record Queries(QueryParser pages, QueryParser api) {

  /** Parses queries of feeds, which also have a language and can be sorted by time found. */
  public QueryParser feeds() {
    return api.beside(ReaderLanguage.PARAMETER).foundLastFirst();
  }

  public Handler page(QueryAction action) {
    return new QueryHandler(pages, action);
  }

  public Handler api(QueryAction action) {
    return new QueryHandler(api, action);
  }

  public Handler feed(QueryAction action) {
    return new QueryHandler(feeds(), action);
  }
}
