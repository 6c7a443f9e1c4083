package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.label.DateOffers;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.Completion;
import io.keeling.search.SearchIndex;
import io.keeling.search.language.FieldName;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/completions}: completes the beginning of a name, topic, outlet or country, or of
 * a value of one field, such as an author or a date. Threads may share it.
 */
public final class CompletionsApi implements Handler {

  /**
   * Maximum length of the text to complete, in characters, and maximum number of completions.
   * Nobody types or reads more.
   */
  private static final int LONGEST = 100;

  private static final int MOST = 10;

  /** Fields that are completed if the request names none. */
  private static final Set<FieldName> ANY =
      EnumSet.of(FieldName.TOPIC, FieldName.COUNTRY, FieldName.NAME, FieldName.SOURCE);

  private static final Set<FieldName> DATES = EnumSet.of(FieldName.BEFORE, FieldName.AFTER);

  /** Fields whose values can be completed, by their name in a query. */
  private static final Map<String, FieldName> FIELDS =
      EnumSet.complementOf(EnumSet.of(FieldName.TITLE, FieldName.STORY, FieldName.IS)).stream()
          .collect(Collectors.toUnmodifiableMap(FieldName::key, field -> field));

  /** Parameters of a query string. */
  private static final Set<String> PARAMETERS =
      Stream.of(Facet.values()).map(Facet::parameter).collect(Collectors.toUnmodifiableSet());

  /**
   * A completion.
   *
   * @param parameter its parameter in a query string; null for authors and dates
   * @param field its field in {@code q}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Nullable String parameter,
      String field,
      String value,
      String label,
      @Nullable String type,
      int count) {}

  record Answer(List<Item> items) {}

  private final SearchIndex index;
  private final Clock clock;

  public CompletionsApi(SearchIndex index, Clock clock) {
    this.clock = clock;
    this.index = index;
  }

  @Override
  public void handle(Context context) {
    String beginning = context.queryParam("begins");
    if (beginning == null || beginning.length() > LONGEST) {
      throw Failure.badParameter(
              "begins", "begins must be given, with up to " + LONGEST + " characters")
          .exception();
    }
    String field = context.queryParam("field");
    if (field != null && !FIELDS.containsKey(field)) {
      throw Failure.badParameter(
              "field", "field must be one of " + String.join(", ", new TreeSet<>(FIELDS.keySet())))
          .exception();
    }
    Optional<Messages> language = ReaderLanguage.ofProgram(context);
    if (language.isEmpty()) {
      throw ReaderLanguage.unknown().exception();
    }
    FieldName of = field == null ? null : FIELDS.get(field);
    List<Completion> found =
        of != null && DATES.contains(of)
            ? new DateOffers(index.days(Filters.NONE), LocalDate.now(clock), language.get())
                .of(of, beginning, MOST)
            : index.complete(beginning, of == null ? ANY : Set.of(of), MOST);
    JsonAnswer.send(context, new Answer(found.stream().map(CompletionsApi::item).toList()));
  }

  private static Item item(Completion completion) {
    return new Item(
        PARAMETERS.contains(completion.field().key()) ? completion.field().key() : null,
        completion.field().key(),
        completion.value(),
        completion.label(),
        completion.type(),
        completion.count());
  }
}
