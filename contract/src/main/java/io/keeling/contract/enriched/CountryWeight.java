package io.keeling.contract.enriched;

import java.util.Objects;

/**
 * How much of an article's geography lies in one country. Immutable and safe to share between
 * threads.
 *
 * @param code ISO 3166-1 alpha-2
 * @param weight share of the article's place mentions, 0 to 1; the weights of one article add up to
 *     1
 */
public record CountryWeight(String code, double weight) {

  public CountryWeight {
    Objects.requireNonNull(code, "code");
    Range.requireFraction(weight, "weight");
  }
}
