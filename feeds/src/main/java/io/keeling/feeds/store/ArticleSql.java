package io.keeling.feeds.store;

import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.Sort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the conditions of a query in SQL; every value is bound, none is written into the text.
 * Immutable and safe to share between threads.
 */
final class ArticleSql {

  /** Order of {@link Sort#NEWEST} on a table or result called {@code a}. */
  static final String NEWEST = "a.sorted_at DESC, a.id DESC";

  /** Order of {@link Sort#OLDEST}. */
  static final String OLDEST = "a.sorted_at, a.id";

  /** Order of {@link Sort#RELEVANCE}. */
  static final String RELEVANCE = "a.score DESC, a.sorted_at DESC, a.id DESC";

  private final Filters filters;
  private final WordQuery words;

  ArticleSql(Filters filters, WordQuery words) {
    this.filters = filters;
    this.words = words;
  }

  /** What an article {@code a} must fulfil. */
  String condition() {
    return condition(null);
  }

  /**
   * What an article {@code a} must fulfil if one facet did not matter.
   *
   * @param except the facet, none for all to matter
   */
  String condition(@Nullable Facet except) {
    List<String> parts = new ArrayList<>();
    if (words.given()) {
      parts.add("a.search @@ CAST(:words_any AS tsquery)");
      if (words.byConfig().values().stream().distinct().count() > 1) {
        parts.add("a.search @@ " + words.own());
      }
    }
    for (Facet facet : filters.values().keySet()) {
      if (facet != except) {
        parts.add(condition(facet, except, ":" + facet.parameter()));
      }
    }
    if (filters.from() != null) {
      parts.add("a.sorted_at >= :from");
    }
    if (filters.to() != null) {
      parts.add("a.sorted_at < :to");
    }
    return parts.isEmpty() ? "TRUE" : String.join(" AND ", parts);
  }

  private String condition(Facet facet, @Nullable Facet except, String values) {
    return switch (facet) {
      case TOPIC, TOPIC_GRADE ->
          "a.id IN (SELECT t.article_id FROM article_topic t WHERE " + topics(except) + ")";
      case NAME ->
          "a.id IN (SELECT n.article_id FROM article_name n JOIN unnest("
              + values
              + ") AS wanted ON lower(n.text) = lower(wanted) OR lower(n.label) = lower(wanted))";
      case COUNTRY ->
          "a.id IN (SELECT article_id FROM article_country WHERE code = ANY (" + values + "))";
      case SOURCE ->
          "(a.source_domain = ANY (" + values + ") OR a.source_id = ANY (" + values + "))";
      case LANGUAGE -> "a.language = ANY (" + values + ")";
      case CLIMATE -> "a.climate_grade = ANY (" + values + ")";
      case STORY -> "a.story_id = ANY (" + values + ")";
    };
  }

  /**
   * What a topic {@code t} of an article must fulfil: to be one of those asked for, in a grade that
   * is asked for.
   *
   * @param except the facet that does not matter, none for all to matter
   */
  String topics(@Nullable Facet except) {
    List<String> parts = new ArrayList<>();
    if (except != Facet.TOPIC && !filters.of(Facet.TOPIC).isEmpty()) {
      parts.add("t.topic_id = ANY (:" + Facet.TOPIC.parameter() + ")");
    }
    if (except != Facet.TOPIC_GRADE && !filters.of(Facet.TOPIC_GRADE).isEmpty()) {
      parts.add("t.grade = ANY (:" + Facet.TOPIC_GRADE.parameter() + ")");
    }
    return parts.isEmpty() ? "TRUE" : String.join(" AND ", parts);
  }

  /** The values of {@link #condition()}. */
  Map<String, Object> bindings() {
    Map<String, Object> bindings = new LinkedHashMap<>(words.bindings());
    filters
        .values()
        .forEach((facet, values) -> bindings.put(facet.parameter(), values.toArray(String[]::new)));
    if (filters.from() != null) {
      bindings.put("from", time(filters.from()));
    }
    if (filters.to() != null) {
      bindings.put("to", time(filters.to()));
    }
    return bindings;
  }

  /** What the result {@code a} must fulfil to come after a cursor. */
  static String after(Sort sort, @Nullable Cursor cursor) {
    if (cursor == null) {
      return "TRUE";
    }
    return switch (sort) {
      case NEWEST -> "(a.sorted_at, a.id) < (:after_time, :after_id)";
      case OLDEST -> "(a.sorted_at, a.id) > (:after_time, :after_id)";
      case RELEVANCE -> "(a.score, a.sorted_at, a.id) < (:after_score, :after_time, :after_id)";
    };
  }

  /** The values of {@link #after}. */
  static Map<String, Object> bindings(@Nullable Cursor cursor) {
    return cursor == null
        ? Map.of()
        : Map.of(
            "after_time", time(cursor.sortedAt()),
            "after_id", cursor.id(),
            "after_score", cursor.score());
  }

  /** A moment as PostgreSQL's driver takes it. */
  static Object time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
