package io.keeling.search.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are wanted.
 *
 * @param words what is asked in the language of {@link
 *     io.keeling.search.language.ExpressionParser}, empty for all articles
 * @param values chosen values by facet; a facet without values is absent
 * @param from earliest moment an article is sorted at, inclusive
 * @param to latest, exclusive
 * @param dated whether articles without a date are left out; no address says so
 */
public record Filters(
    String words,
    Map<Facet, List<String>> values,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean dated) {

  /** Every article. */
  public static final Filters NONE = new Filters("", Map.of(), null, null, false);

  /** Copies the values and drops facets without any. */
  public Filters {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    values.forEach(
        (facet, chosen) -> {
          if (!chosen.isEmpty()) {
            copy.put(facet, chosen.stream().distinct().toList());
          }
        });
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /** The values chosen of a facet, empty where it does not matter. */
  public List<String> of(Facet facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** Whether a value of a facet is chosen. */
  public boolean has(Facet facet, String value) {
    return of(facet).contains(value);
  }

  /** Whether every article is wanted. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The same with one value more, or one less where it was chosen. */
  public Filters toggle(Facet facet, String value) {
    List<String> chosen = new ArrayList<>(of(facet));
    if (!chosen.remove(value)) {
      chosen.add(value);
    }
    return with(facet, chosen);
  }

  /** The same with these values of a facet instead. */
  public Filters with(Facet facet, List<String> chosen) {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    copy.putAll(values);
    copy.put(facet, chosen);
    return new Filters(words, copy, from, to, dated);
  }

  /** The same with other words. */
  public Filters withWords(String other) {
    return new Filters(other, values, from, to, dated);
  }

  /** The same in another range of time. */
  public Filters within(@Nullable Instant start, @Nullable Instant end) {
    return new Filters(words, values, start, end, dated);
  }

  /** The same with articles without a date, or without them. */
  public Filters dated(boolean only) {
    return new Filters(words, values, from, to, only);
  }

  /** One text for equal filters, whatever the order they were given in. */
  String canonical() {
    return words
        + '\u0000'
        + values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().stream().sorted().toList())
            .collect(Collectors.joining("\u0000"))
        + '\u0000'
        + from
        + '\u0000'
        + to;
  }
}
