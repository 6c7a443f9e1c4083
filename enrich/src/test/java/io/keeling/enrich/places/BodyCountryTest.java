package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyCountryTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @Test
  void bodyIsOfTheCountryThatTheArticleMeansByThatName() {
    assertThat(countries("{Georgia Power} raised prices in [Georgia] and [Alabama]."))
        .containsExactly("US");
    assertThat(countries("{Bank of Georgia} paid. [Georgia] and [Armenia] met in [Tbilisi]."))
        .containsExactly("GE", "AM");
  }

  @Test
  void bodyIsOfTheCountryOfTheContextIfTheArticleDoesNotNameItElsewhere() {
    assertThat(countries("{Georgia Power} raised prices in [Atlanta] and [Alabama]."))
        .containsExactly("US");
    assertThat(countries("{Georgia Power} raised prices.")).isEmpty();
  }

  private static List<String> countries(String marked) {
    return MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER).countries().stream()
        .map(CountryWeight::code)
        .toList();
  }
}
