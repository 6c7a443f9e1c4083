package io.keeling.enrich.correction;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.CountryWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies editors' corrections to the countries of an article. */
final class CountryCorrections {

  /** Weights are rounded to thousandths. */
  private static final double PRECISION = 1000;

  private CountryCorrections() {}

  /**
   * Applies one correction. A wrong country is removed, and the others keep their proportions. A
   * missing country gets the average weight, because its mentions were not found and cannot be
   * counted.
   */
  static List<CountryWeight> correct(List<CountryWeight> countries, String code, String says) {
    List<CountryWeight> corrected = new ArrayList<>();
    boolean there = false;
    for (CountryWeight country : countries) {
      boolean meant = country.code().equals(code);
      there |= meant;
      if (!meant) {
        corrected.add(country);
      } else if (!says.equals(TagCorrection.ABSENT)) {
        corrected.add(new CountryWeight(code, country.weight(), TaggedBy.EDITOR));
      }
    }
    if (!there && !says.equals(TagCorrection.ABSENT)) {
      double average = countries.isEmpty() ? 1 : 1.0 / countries.size();
      corrected.add(new CountryWeight(code, average, TaggedBy.EDITOR));
    }
    return wholes(corrected);
  }

  /** Scales the weights to a sum of 1, heaviest country first. */
  private static List<CountryWeight> wholes(List<CountryWeight> countries) {
    double sum = countries.stream().mapToDouble(CountryWeight::weight).sum();
    List<CountryWeight> sorted = new ArrayList<>(countries);
    sorted.sort(Comparator.comparingDouble(CountryWeight::weight).reversed());
    long rest = (long) PRECISION;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      CountryWeight country = sorted.get(i);
      // The heaviest country takes the rounding remainder.
      long share = i == 0 ? rest : Math.round(PRECISION * country.weight() / Math.max(sum, 1e-9));
      share = Math.min(share, rest);
      rest -= share;
      sorted.set(i, new CountryWeight(country.code(), share / PRECISION, country.by()));
    }
    return sorted;
  }
}
