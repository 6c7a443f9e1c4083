package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The share of an article's geography in one country.
 *
 * @param code ISO 3166-1 alpha-2
 * @param weight share of the article's place mentions, 0 to 1; those of one article add up to 1
 * @param by who gave the country; null if the enrichment did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountryWeight(String code, double weight, @Nullable TaggedBy by) {

  public CountryWeight {
    Objects.requireNonNull(code, "code");
    Range.requireFraction(weight, "weight");
  }

  public CountryWeight(String code, double weight) {
    this(code, weight, null);
  }
}
