package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulPlaceTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @Test
  void doubtfulPlaceAddsNoCountryThatNothingElseIsIn() {
    assertThat(countries("Complaints came about [Southeastern] in [Kent] and [London]."))
        .containsExactly("GB");
    assertThat(countries("[Scotland] and [Wales] looked to [Westminster].")).containsExactly("GB");
    assertThat(countries("In [Poland], [Northland] lost 0.4% in [Warsaw].")).containsExactly("PL");
  }

  @Test
  void doubtfulPlaceCountsWhereSomethingElseIsInItsCountryOrNothingAnywhere() {
    assertThat(countries("In [Poland] an Omani firm from [Southeastern] won."))
        .containsExactlyInAnyOrder("PL", "OM");
    assertThat(countries("Rain fell on [Northland].")).containsExactly("NZ");
    assertThat(countries("There were complaints about [Southeastern] in [Westminster].")).isEmpty();
    assertThat(countries("Leaders in [Berlin] and [Moscow] called."))
        .containsExactlyInAnyOrder("DE", "RU");
  }

  @Test
  void smallTownIsNotMeantByANameWithTheArticle() {
    assertThat(countries("[Peru] and [Lima] restore terraces that the [Inca] built."))
        .containsExactly("PE");
    assertThat(countries("[Mallorca] and [Palma] send trains to the [Inca] of their fathers."))
        .containsExactly("ES");
    assertThat(countries("A strike at the [Reading]-based firm.")).containsExactly("GB");
    assertThat(countries("A strike in [The Hague], and at the [Nottingham] office."))
        .containsExactlyInAnyOrder("NL", "GB");
    assertThat(countries("People of the [Woodlands] met in [Houston].")).containsExactly("US");
  }

  @Test
  void countyOfManyNamesakesIsNoneAbroad() {
    assertThat(
            countries(
                "[LONDON], [Ontario] - Police in [Middlesex County] closed roads. [Ontario] paid."))
        .containsExactly("CA");
    assertThat(countries("Police in [Middlesex County] closed roads.")).containsExactly("US");
    assertThat(
            countries(
                "[Toronto] and [Ontario] bought it from [Middlesex County], [Massachusetts]."))
        .containsExactlyInAnyOrder("CA", "US");
  }

  @Test
  void riverThatMayHaveANamesakeAddsNoCountryThatNothingElseIsIn() {
    assertThat(countries("[LONDON], [Ontario] - Water stood along the [Thames]. [Ontario] paid."))
        .containsExactly("CA");
    assertThat(countries("Water stood along the [Thames].")).containsExactly("GB");
    assertThat(countries("In [Oxford], [England], the [Thames] rose, [Chile] said."))
        .containsExactlyInAnyOrder("GB", "CL");
    assertThat(countries("In [Chile] they spoke of [Mount Fuji]."))
        .containsExactlyInAnyOrder("CL", "JP");
  }

  private static List<String> countries(String marked) {
    return MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER).countries().stream()
        .map(CountryWeight::code)
        .toList();
  }
}
