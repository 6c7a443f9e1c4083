package io.keeling.search.query;

import io.keeling.contract.text.PlainText;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads query strings. Immutable and safe to share between threads.
 *
 * <p>Empty values count as absent, as HTML forms send them.
 */
public final class QueryParser {

  /** How much of a value an answer quotes: enough to recognise it. */
  private static final int LONGEST_QUOTED = 41;

  private static final Set<String> SINGLE =
      Set.of("q", "from", "to", "sort", "limit", "cursor", Stories.PARAMETER);

  /** Earliest and latest moment that PostgreSQL and its driver handle. */
  static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** How strictly a query string is read. */
  public enum Manner {
    /** An unknown parameter is an error: programs should learn of a typo. */
    STRICT,
    /** Unknown parameters are ignored: links to pages pick up tracking parameters on their way. */
    LENIENT
  }

  private final Manner manner;
  private final int defaultLimit;
  private final Stories defaultStories;
  private final ExpressionParser words;
  private final Sort defaultSort;
  private final Set<String> others;

  /**
   * @param manner how to treat unknown parameters
   * @param defaultLimit articles per page unless the query says otherwise
   * @param defaultStories how articles of one story are listed unless the query says otherwise
   * @param words reads {@code q}
   */
  public QueryParser(
      Manner manner, int defaultLimit, Stories defaultStories, ExpressionParser words) {
    this(manner, defaultLimit, defaultStories, words, Sort.RELEVANCE, Set.of());
  }

  private QueryParser(
      Manner manner,
      int defaultLimit,
      Stories defaultStories,
      ExpressionParser words,
      Sort defaultSort,
      Set<String> others) {
    this.manner = manner;
    this.defaultLimit = defaultLimit;
    this.defaultStories = defaultStories;
    this.words = words;
    this.defaultSort = defaultSort;
    this.others = others;
  }

  /** Allows parameters that another class reads. */
  public QueryParser beside(String... parameters) {
    return new QueryParser(
        manner, defaultLimit, defaultStories, words, defaultSort, Set.of(parameters));
  }

  /** Sorts by when articles were found, unless the query says otherwise. */
  public QueryParser foundLastFirst() {
    return new QueryParser(manner, defaultLimit, defaultStories, words, Sort.FOUND, others);
  }

  /** Reads the decoded values of a query string. */
  public ParsedQuery parse(Map<String, List<String>> parameters) {
    try {
      return new ParsedQuery.Valid(read(parameters));
    } catch (NotAllowed e) {
      return new ParsedQuery.Invalid(e.parameter, String.valueOf(e.getMessage()), e.words);
    }
  }

  private ArticleQuery read(Map<String, List<String>> parameters) throws NotAllowed {
    if (manner == Manner.STRICT) {
      refuseUnknown(parameters.keySet());
    }
    String asked = words(single(parameters, "q"));
    Instant from = moment(single(parameters, "from"), "from", false);
    Instant to = moment(single(parameters, "to"), "to", true);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new NotAllowed("to", "to must not be before from");
    }
    Filters filters = new Filters(asked, facets(parameters), from, to, false);
    Sort sort = sort(single(parameters, "sort"), asked);
    return new ArticleQuery(
        filters,
        sort,
        limit(single(parameters, "limit")),
        cursor(parameters, filters, sort),
        stories(single(parameters, Stories.PARAMETER)));
  }

  private void refuseUnknown(Set<String> names) throws NotAllowed {
    Set<String> known =
        Stream.of(SINGLE.stream(), others.stream(), Stream.of(Facet.values()).map(Facet::parameter))
            .flatMap(parameters -> parameters)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : names) {
      if (!known.contains(name)) {
        throw new NotAllowed(
            name,
            "there is no parameter %s; there are %s"
                .formatted(quoted(name), String.join(", ", known)));
      }
    }
  }

  private static @Nullable String single(Map<String, List<String>> parameters, String name)
      throws NotAllowed {
    List<String> values =
        parameters.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
    if (values.size() > 1) {
      throw new NotAllowed(name, name + " may be given once, not " + values.size() + " times");
    }
    return values.isEmpty() ? null : values.get(0).strip();
  }

  private String words(@Nullable String value) throws NotAllowed {
    if (value == null) {
      return "";
    }
    String line = line(value);
    if (!line.isEmpty() && words.parse(line) instanceof ParsedExpression.Invalid invalid) {
      throw new NotAllowed("q", "q cannot be understood", invalid);
    }
    return line;
  }

  /** The words on one line. */
  public static String line(String words) {
    return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private Stories stories(@Nullable String value) throws NotAllowed {
    return value == null
        ? defaultStories
        : Stories.of(value)
            .orElseThrow(
                () ->
                    new NotAllowed(
                        Stories.PARAMETER, "stories must be once or all, not " + quoted(value)));
  }

  private static Map<Facet, List<String>> facets(Map<String, List<String>> parameters)
      throws NotAllowed {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> chosen = new ArrayList<>();
      for (String value : parameters.getOrDefault(facet.parameter(), List.of())) {
        if (!value.isBlank()) {
          chosen.add(
              facet
                  .read(value)
                  .orElseThrow(
                      () ->
                          new NotAllowed(
                              facet.parameter(),
                              "%s must be %s, not %s"
                                  .formatted(facet.parameter(), facet.allowed(), quoted(value)))));
        }
      }
      if (chosen.size() > Facet.MOST_VALUES) {
        throw new NotAllowed(
            facet.parameter(),
            "%s may be given at most %d times".formatted(facet.parameter(), Facet.MOST_VALUES));
      }
      values.put(facet, chosen);
    }
    return values;
  }

  /**
   * A day means its first moment; at the end of a range, it means the first moment of the next day.
   */
  private static @Nullable Instant moment(@Nullable String value, String name, boolean end)
      throws NotAllowed {
    if (value == null) {
      return null;
    }
    try {
      Instant moment =
          value.length() == 10
              ? LocalDate.parse(value)
                  .plusDays(end ? 1 : 0)
                  .atStartOfDay(ZoneOffset.UTC)
                  .toInstant()
              : OffsetDateTime.parse(value).toInstant();
      if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
        throw new DateTimeException("out of range");
      }
      return moment;
    } catch (DateTimeException e) {
      throw new NotAllowed(
          name,
          "%s must be a day such as 2026-11-24 or a time such as 2026-11-24T09:30:00Z, not %s"
              .formatted(name, quoted(value)));
    }
  }

  private Sort sort(@Nullable String value, String words) throws NotAllowed {
    if (value == null) {
      return words.isEmpty() && defaultSort == Sort.RELEVANCE ? Sort.NEWEST : defaultSort;
    }
    Sort sort =
        Sort.of(value)
            .orElseThrow(
                () ->
                    new NotAllowed(
                        "sort",
                        "sort must be newest, oldest, relevance, changed or found, not "
                            + quoted(value)));
    return sort == Sort.RELEVANCE && words.isEmpty() ? Sort.NEWEST : sort;
  }

  private int limit(@Nullable String value) throws NotAllowed {
    if (value == null) {
      return defaultLimit;
    }
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= ArticleQuery.MOST) {
        return limit;
      }
    }
    throw new NotAllowed(
        "limit", "limit must be 1 to %d, not %s".formatted(ArticleQuery.MOST, quoted(value)));
  }

  private static @Nullable Cursor cursor(
      Map<String, List<String>> parameters, Filters filters, Sort sort) throws NotAllowed {
    String value = single(parameters, "cursor");
    if (value == null) {
      return null;
    }
    return Cursor.decode(value, filters, sort)
        .orElseThrow(
            () ->
                new NotAllowed(
                    "cursor",
                    "cursor must be the next of an answer to the same query;"
                        + " leave it out to start at the first page"));
  }

  /** A value from the web, safe to quote in an answer. */
  private static String quoted(String value) {
    return '"' + PlainText.line(value, LONGEST_QUOTED) + '"';
  }

  private static final class NotAllowed extends Exception {
    private final String parameter;
    private final transient ParsedExpression.@Nullable Invalid words;

    NotAllowed(String parameter, String message) {
      this(parameter, message, null);
    }

    NotAllowed(String parameter, String message, ParsedExpression.@Nullable Invalid words) {
      super(message, null, false, false);
      this.parameter = parameter;
      this.words = words;
    }
  }
}
