package io.keeling.desk.label;

import io.keeling.desk.messages.Messages;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Describes filters in one line, as a heading or title: "Wind power in Germany". Immutable; threads
 * may share it.
 */
public final class Heading {

  /** Maximum number of values that are named; the rest are only counted. */
  private static final int MOST_VALUES = 4;

  private final Labels labels;
  private final Messages messages;
  private final Map<String, String> outlets;

  /**
   * @param outlets outlet names by domain; outlets missing here are shown by domain
   */
  public Heading(Labels labels, Map<String, String> outlets) {
    this.labels = labels;
    this.messages = labels.messages();
    this.outlets = Map.copyOf(outlets);
  }

  public String of(Filters filters) {
    String line = subject(filters);
    line = added(line, "country", filters.of(Facet.COUNTRY), labels::inCountry);
    line = added(line, "name", filters.of(Facet.NAME), name -> name);
    line = added(line, "source", filters.of(Facet.SOURCE), d -> outlets.getOrDefault(d, d));
    line = added(line, "language", filters.of(Facet.LANGUAGE), labels::language);
    return dated(line, filters);
  }

  /**
   * What the articles are about: the topics or, if there are none, the climate grade; followed by
   * the words searched for.
   */
  private String subject(Filters filters) {
    String about = about(filters);
    if (filters.words().isEmpty()) {
      return about.isEmpty()
          ? messages.of(isPlain(filters) ? "heading.all" : "heading.news")
          : about;
    }
    return about.isEmpty()
        ? messages.of("heading.words", "words", filters.words())
        : messages.of("heading.subject-words", "subject", about, "words", filters.words());
  }

  private String about(Filters filters) {
    List<String> topics = filters.of(Facet.TOPIC);
    if (!topics.isEmpty()) {
      String either = either(topics, labels::topic);
      return filters.of(Facet.TOPIC_GRADE).equals(List.of("mention"))
          ? messages.of("heading.mentions", "topics", either)
          : either;
    }
    if (!filters.of(Facet.STORY).isEmpty()) {
      return messages.of("label.story");
    }
    if (ClimateNews.isIn(filters)) {
      return messages.of("heading.climate");
    }
    return either(filters.of(Facet.CLIMATE), labels::climate);
  }

  private static boolean isPlain(Filters filters) {
    return filters.of(Facet.COUNTRY).isEmpty()
        && filters.of(Facet.NAME).isEmpty()
        && filters.of(Facet.SOURCE).isEmpty()
        && filters.of(Facet.LANGUAGE).isEmpty();
  }

  private String added(
      String line, String what, List<String> values, Function<String, String> label) {
    return values.isEmpty()
        ? line
        : messages.of("heading.with-" + what, "subject", line, "values", either(values, label));
  }

  private String either(List<String> values, Function<String, String> label) {
    String or = messages.of("heading.or");
    return values.size() <= MOST_VALUES
        ? values.stream().map(label).collect(Collectors.joining(" " + or + " "))
        : values.stream().limit(MOST_VALUES - 1L).map(label).collect(Collectors.joining(", "))
            + " "
            + messages.of("heading.or-others", "count", values.size() - MOST_VALUES + 1);
  }

  private String dated(String line, Filters filters) {
    Instant from = filters.from();
    Instant to = filters.to();
    if (from == null && to == null) {
      return line;
    }
    String first = from == null ? "" : bound(from, false);
    String last = to == null ? "" : bound(to, true);
    String key =
        from == null ? "until" : to == null ? "since" : first.equals(last) ? "on" : "between";
    return messages.of("heading." + key, "subject", line, "first", first, "last", last);
  }

  private String bound(Instant moment, boolean end) {
    String day = QueryString.moment(moment, end);
    Dates dates = new Dates(messages);
    return day.length() == 10 ? dates.day(java.time.LocalDate.parse(day)) : dates.moment(moment);
  }
}
