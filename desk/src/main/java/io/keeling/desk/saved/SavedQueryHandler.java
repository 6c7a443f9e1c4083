package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.messages.QueryProblems;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers for a saved search as any address answers for its query, of which the request says only
 * how it is listed. Threads may share it.
 */
public final class SavedQueryHandler implements Handler {

  /** What does not change which articles a search finds. */
  private static final Set<String> LISTING =
      new TreeSet<>(Set.of("cursor", "lang", "limit", "sort", "stories"));

  private final SavedSearches searches;
  private final QueryParser parser;
  private final Answers answers;
  private final QueryAction action;

  /**
   * @param parser reads queries of the address that is answered for
   */
  public SavedQueryHandler(
      SavedSearches searches, QueryParser parser, Answers answers, QueryAction action) {
    this.searches = searches;
    this.parser = parser;
    this.answers = answers;
    this.action = action;
  }

  @Override
  public void handle(Context context) throws Exception {
    Map<String, List<String>> asked = context.queryParamMap();
    for (String name : asked.keySet()) {
      if (!LISTING.contains(name)) {
        answers.fail(
            context,
            Failure.badParameter(
                name, "of a saved search may be said: " + String.join(", ", LISTING)));
        return;
      }
    }
    Optional<SavedSearch> found = searches.find(context.pathParam("id"));
    if (found.isEmpty()) {
      answers.fail(context, SearchAnswers.UNKNOWN);
      return;
    }
    Map<String, List<String>> parameters = QueryText.parameters(found.get().query());
    parameters.putAll(asked);
    ParsedQuery parsed = parser.parse(parameters);
    if (parsed instanceof ParsedQuery.Valid valid) {
      action.answer(context, valid.query());
    } else if (parsed instanceof ParsedQuery.Invalid invalid) {
      answers.fail(context, Failure.badParameter(invalid.parameter(), QueryProblems.line(invalid)));
    }
  }
}
