package io.keeling.search.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes queries as the shortest query strings that read back as the same query. */
public final class QueryString {

  private QueryString() {}

  /**
   * The query with its question mark; empty for the first page of everything.
   *
   * @param defaultLimit the limit that is left out
   * @param defaultStories the way of listing a story's articles that is left out
   */
  public static String of(ArticleQuery query, int defaultLimit, Stories defaultStories) {
    List<String> parts = parts(query.filters());
    Sort usual = query.filters().words().isEmpty() ? Sort.NEWEST : Sort.RELEVANCE;
    if (query.sort() != usual) {
      add(parts, "sort", query.sort().value());
    }
    if (query.limit() != defaultLimit) {
      add(parts, "limit", Integer.toString(query.limit()));
    }
    if (query.stories() != defaultStories) {
      add(parts, Stories.PARAMETER, query.stories().value());
    }
    if (query.cursor() != null) {
      add(parts, "cursor", query.cursor().encode(query.filters()));
    }
    return joined(parts);
  }

  public static String of(Filters filters) {
    return joined(parts(filters));
  }

  /** A bound as a day if it is midnight, or else as a time. */
  public static String moment(Instant moment, boolean end) {
    boolean midnight = moment.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay() == 0;
    return midnight
        ? moment.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(end ? 1 : 0).toString()
        : moment.toString();
  }

  private static List<String> parts(Filters filters) {
    List<String> parts = new ArrayList<>();
    if (!filters.words().isEmpty()) {
      add(parts, "q", filters.words());
    }
    filters
        .values()
        .forEach((facet, values) -> values.forEach(v -> add(parts, facet.parameter(), v)));
    if (filters.from() != null) {
      add(parts, "from", moment(filters.from(), false));
    }
    if (filters.to() != null) {
      add(parts, "to", moment(filters.to(), true));
    }
    return parts;
  }

  private static void add(List<String> parts, String name, String value) {
    parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
