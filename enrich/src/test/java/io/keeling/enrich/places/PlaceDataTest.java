package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceDataTest {

  private static final Gazetteer GAZETTEER = Gazetteer.load(CountryNames.of("en"));

  @Test
  void everyWikidataIdIsTheOneOfCountryCoder() throws Exception {
    Set<String> source = new HashSet<>();
    JsonNode root =
        new ObjectMapper().readTree(PlaceDataTest.class.getResourceAsStream("country-coder.json"));
    for (JsonNode feature : root.get("features")) {
      String code = feature.path("iso1A2").asText(feature.path("country").asText());
      source.add(
          code + " " + feature.get("wikidata").asText() + " " + feature.get("nameEn").asText());
    }

    assertThat(PlaceFiles.rows("wikidata.tsv"))
        .hasSizeGreaterThan(200)
        .allSatisfy(row -> assertThat(source).contains(row[0] + " " + row[1] + " " + row[2]));
  }

  @Test
  void everyAliasNamesACityWeKnow() {
    assertThat(PlaceFiles.rows("aliases.tsv"))
        .allSatisfy(
            row ->
                assertThat(GAZETTEER.find(row[0]))
                    .as(row[0])
                    .anyMatch(
                        p ->
                            p.kind() == Place.Kind.CITY
                                && p.name().equals(row[1])
                                && p.country().equals(row[2])));
  }

  @Test
  void everyCountryCodeIsKnownToCldr() {
    Set<String> codes = new HashSet<>(CountryNames.of("fr").names().values());

    assertThat(PlaceFiles.rows("countries.tsv"))
        .allSatisfy(row -> assertThat(codes).contains(row[0]));
    assertThat(PlaceFiles.rows("regions.tsv"))
        .allSatisfy(row -> assertThat(codes).contains(row[1]));
  }

  @Test
  void everyCityLiesOnTheGlobe() {
    assertThat(PlaceFiles.rows("cities.tsv.gz"))
        .hasSizeGreaterThan(20_000)
        .allSatisfy(
            row -> {
              assertThat(Double.parseDouble(row[3])).isBetween(-90.0, 90.0);
              assertThat(Double.parseDouble(row[4])).isBetween(-180.0, 180.0);
            });
  }
}
