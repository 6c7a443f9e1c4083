package io.keeling.search.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects articles.
 *
 * @param words a query in the language of {@link io.keeling.search.language.ExpressionParser},
 *     empty for all articles
 * @param values selected values by facet; a facet without values is absent
 * @param from earliest moment in the order, inclusive
 * @param to latest moment in the order, exclusive
 * @param dated whether articles without a date are left out; no parameter sets it
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

  /** The selected values of a facet; empty if there are none. */
  public List<String> of(Facet facet) {
    return values.getOrDefault(facet, List.of());
  }

  public boolean has(Facet facet, String value) {
    return of(facet).contains(value);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Adds a value, or removes it if it was selected. */
  public Filters toggle(Facet facet, String value) {
    List<String> chosen = new ArrayList<>(of(facet));
    if (!chosen.remove(value)) {
      chosen.add(value);
    }
    return with(facet, chosen);
  }

  public Filters with(Facet facet, List<String> chosen) {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    copy.putAll(values);
    copy.put(facet, chosen);
    return new Filters(words, copy, from, to, dated);
  }

  public Filters withWords(String other) {
    return new Filters(other, values, from, to, dated);
  }

  public Filters within(@Nullable Instant start, @Nullable Instant end) {
    return new Filters(words, values, start, end, dated);
  }

  public Filters dated(boolean only) {
    return new Filters(words, values, from, to, only);
  }

  /** A text that is the same for equal filters, whatever their order. */
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
