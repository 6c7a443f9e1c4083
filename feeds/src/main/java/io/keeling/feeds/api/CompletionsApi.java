package io.keeling.feeds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.feeds.search.Completion;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.JsonAnswer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/completions}: what may be meant by the beginning of a name, a topic, an outlet or
 * a country. Threads may share it.
 */
public final class CompletionsApi implements Handler {

  private static final int LONGEST = 100;
  private static final int MOST = 10;

  /**
   * Something that may be meant.
   *
   * @param parameter of which it is a value, in a query string
   * @param field of which it is a value, in {@code q}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String parameter,
      String field,
      String value,
      String label,
      @Nullable String type,
      int count) {}

  /** The answer. */
  record Answer(List<Item> items) {}

  private final SearchIndex index;
  private final Answers answers;

  public CompletionsApi(SearchIndex index, Answers answers) {
    this.index = index;
    this.answers = answers;
  }

  @Override
  public void handle(Context context) {
    String beginning = context.queryParam("begins");
    if (beginning == null || beginning.length() > LONGEST) {
      answers.fail(
          context,
          Failure.badParameter("begins", "begins must be 1 to " + LONGEST + " characters"));
      return;
    }
    JsonAnswer.send(
        context,
        new Answer(index.complete(beginning, MOST).stream().map(CompletionsApi::item).toList()));
  }

  private static Item item(Completion completion) {
    return new Item(
        completion.facet().parameter(),
        completion.facet().name().toLowerCase(Locale.ROOT),
        completion.value(),
        completion.label(),
        completion.type(),
        completion.count());
  }
}
