package io.keeling.feeds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.search.Completion;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.JsonAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/completions}: what may be meant by the beginning of a name, a topic, an outlet or
 * a country, or of a value of one field. Threads may share it.
 */
public final class CompletionsApi implements Handler {

  private static final int LONGEST = 100;
  private static final int MOST = 10;

  /** What people think of where they name no field. */
  private static final Set<Facet> ANY =
      EnumSet.of(Facet.TOPIC, Facet.COUNTRY, Facet.NAME, Facet.SOURCE);

  /** The fields of a query whose values can be completed, by what stands before the colon. */
  private static final Map<String, Facet> FIELDS =
      Stream.of(Facet.TOPIC, Facet.COUNTRY, Facet.NAME, Facet.SOURCE, Facet.LANGUAGE, Facet.CLIMATE)
          .collect(Collectors.toUnmodifiableMap(Facet::parameter, facet -> facet));

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
    String field = context.queryParam("field");
    if (field != null && !FIELDS.containsKey(field)) {
      answers.fail(
          context,
          Failure.badParameter(
              "field",
              "field must be one of " + String.join(", ", new TreeSet<>(FIELDS.keySet()))));
      return;
    }
    Set<Facet> of = field == null ? ANY : Set.of(Objects.requireNonNull(FIELDS.get(field)));
    JsonAnswer.send(
        context,
        new Answer(
            index.complete(beginning, of, MOST).stream().map(CompletionsApi::item).toList()));
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
