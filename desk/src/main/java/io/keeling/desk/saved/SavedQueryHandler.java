package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers a request for a saved search as if it had the saved query. The request itself may only
 * change how the result is listed. Threads may share it.
 */
public final class SavedQueryHandler implements Handler {

  /** Parameters that do not change which articles are found. */
  private static final Set<String> LISTING =
      new TreeSet<>(Set.of("cursor", "lang", "limit", "sort", "stories"));

  private final SavedSearches searches;
  private final QueryParser parser;
  private final QueryAction action;

  /**
   * @param parser parses the query as the action's own addresses do
   */
  public SavedQueryHandler(SavedSearches searches, QueryParser parser, QueryAction action) {
    this.searches = searches;
    this.parser = parser;
    this.action = action;
  }

  @Override
  public void handle(Context context) throws Exception {
    Map<String, List<String>> asked = context.queryParamMap();
    for (String name : asked.keySet()) {
      if (!LISTING.contains(name)) {
        throw Failure.badParameter(
                name, "of a saved search may be said: " + String.join(", ", LISTING))
            .exception();
      }
    }
    SavedSearch search = searches.find(context.pathParam("id"));
    Map<String, List<String>> parameters = QueryText.parameters(search.query());
    parameters.putAll(asked);
    action.answer(context, QueryHandler.read(parser, parameters));
  }
}
