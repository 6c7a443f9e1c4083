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
 * figures were tuned on our own articles and on the {@code look} half of {@code
 * training/eval/places.tsv}.
 */
public final class CountryTally {

  /**
   * Weight of a demonym relative to a place: "Chinese tariffs" are about China, but a little less
   * than a place in China is.
   */
  private static final double DEMONYM = 0.7;

  /**
   * Maximum number of countries of an article. More than that are a list rather than the setting of
   * the article.
   */
  private static final int MOST = 12;

  /** Weights are in thousandths. */
  private static final double PRECISION = 1000;

  private final Map<String, Double> counts = new TreeMap<>();

  /** What was counted for each country, by form and weight. */
  private final Map<String, Map<String, CountrySource>> sources = new TreeMap<>();

  /** Counts a mention of a place. */
  void place(String country, String form) {
    count(country, form, 1);
  }

  /** Counts a mention of a demonym, or of an organisation named after the country. */
  void demonym(String country, String form) {
    count(country, form, DEMONYM);
  }

  private void count(String country, String form, double weight) {
    counts.merge(country, weight, Double::sum);
    sources
        .computeIfAbsent(country, c -> new LinkedHashMap<>())
        .merge(
            // "China" in an organisation's name counts less than the country itself.
            form + " " + weight,
            new CountrySource(form, 1, weight),
            (counted, one) -> counted.oneMore());
  }

  /** What was counted for each country, heaviest first. */
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

  /** Whether anything was counted for this country. */
  boolean has(String country) {
    return counts.containsKey(country);
  }

  /** Whether a single demonym is all that was counted. */
  boolean isOneDemonym() {
    return counts.size() == 1 && counts.values().iterator().next() <= DEMONYM;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The weights, heaviest first, in thousandths; the first takes the rounding remainder. */
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
      // The others were rounded down, so the remainder keeps the heaviest country heaviest.
      CountryWeight first = weights.get(0);
      long whole = Math.round(first.weight() * PRECISION) + left;
      weights.set(0, new CountryWeight(first.code(), whole / PRECISION));
    }
    return weights;
  }
}
