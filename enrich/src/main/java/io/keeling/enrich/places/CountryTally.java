package io.keeling.enrich.places;

import io.keeling.contract.enriched.CountryWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts an article's mentions of countries into weights that add up to 1. For one article. The
 * figures were chosen on articles of our own and on the half {@code look} of {@code
 * training/eval/places.tsv}.
 */
public final class CountryTally {

  /** What a demonym counts beside a place: "Chinese tariffs" weighs on China, a little less. */
  private static final double DEMONYM = 0.7;

  /** Countries of an article beyond these are a list, not where it plays. */
  private static final int MOST = 12;

  /** Weights are given in thousandths. */
  private static final double PRECISION = 1000;

  private final Map<String, Double> counts = new TreeMap<>();

  /** What was counted for each country, heaviest first. */
  private final Map<String, Map<String, CountrySource>> sources = new TreeMap<>();

  /** Counts a mention of a place. */
  void place(String country, String form) {
    count(country, form, 1);
  }

  /** Counts a mention of a demonym or of a body that is called after the country. */
  void demonym(String country, String form) {
    count(country, form, DEMONYM);
  }

  private void count(String country, String form, double weight) {
    counts.merge(country, weight, Double::sum);
    sources
        .computeIfAbsent(country, c -> new LinkedHashMap<>())
        .merge(
            // A body's mention of "China" counts less than the country's own.
            form + " " + weight,
            new CountrySource(form, 1, weight),
            (counted, one) -> counted.oneMore());
  }

  /** For each country what was counted, heaviest first. */
  Map<String, List<CountrySource>> sources() {
    Map<String, List<CountrySource>> sorted = new TreeMap<>();
    sources.forEach(
        (country, forms) ->
            sorted.put(
                country,
                forms.values().stream()
                    .sorted(Comparator.comparingDouble(CountrySource::total).reversed())
                    .toList()));
    return sorted;
  }

  /** Whether something of this country has been counted. */
  boolean has(String country) {
    return counts.containsKey(country);
  }

  /** Whether a demonym, once, is all that was counted. */
  boolean isOneDemonym() {
    return counts.size() == 1 && counts.values().iterator().next() <= DEMONYM;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The weights, heaviest first, in thousandths; the first takes what rounding leaves over. */
  public List<CountryWeight> weights() {
    List<Map.Entry<String, Double>> heaviest =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .toList();
    double total = heaviest.stream().mapToDouble(Map.Entry::getValue).sum();
    List<CountryWeight> weights = new ArrayList<>();
    long left = Math.round(PRECISION);
    for (Map.Entry<String, Double> entry : heaviest) {
      long share = (long) Math.floor(entry.getValue() / total * PRECISION);
      left -= share;
      weights.add(new CountryWeight(entry.getKey(), share / PRECISION));
    }
    if (!weights.isEmpty()) {
      // Rounded down, so that what is left over keeps the heaviest the heaviest.
      CountryWeight first = weights.get(0);
      long whole = Math.round(first.weight() * PRECISION) + left;
      weights.set(0, new CountryWeight(first.code(), whole / PRECISION));
    }
    return weights;
  }
}
