package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keeling.enrich.gazetteer.CountryNames;
import io.keeling.enrich.gazetteer.EnglishNames;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceFiles;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.enrich.gazetteer.PlaceKey;
import io.keeling.enrich.gazetteer.Towns;
import io.keeling.enrich.gazetteer.WikidataItems;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceDataTest {

  private static final PlaceGazetteer GAZETTEER = PlaceGazetteer.load(CountryNames.of("en"));

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
  void everyOtherWikidataIdIsTheOneOfNameSuggestionIndex() throws Exception {
    Map<String, String> source = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    PlaceDataTest.class.getResourceAsStream("name-suggestion-index.tsv.gz")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> source.put(row[0], row[1]));
    }

    assertThat(PlaceFiles.rows("wikidata-places.tsv"))
        .hasSizeGreaterThan(200)
        .allSatisfy(row -> assertThat(source.get(row[0])).isEqualTo(row[3]));
    assertThat(PlaceFiles.rows("wikidata-bodies.tsv"))
        .hasSizeGreaterThan(5000)
        .allSatisfy(row -> assertThat(source.get(row[0])).isEqualTo(row[2]))
        .extracting(row -> row[2])
        .doesNotHaveDuplicates();
    assertThat(new WikidataItems(GAZETTEER).places()).isGreaterThan(250);
  }

  @Test
  void everyOtherNameOfABodyIsOfOneWithAnItem() {
    WikidataItems items = new WikidataItems(GAZETTEER);

    assertThat(PlaceFiles.rows("body-aliases.tsv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(items.label(row[0])).as(row[0]).isEqualTo(row[1]));
  }

  @Test
  void everyFurtherNameOfACountryIsOfOne() {
    assertThat(PlaceFiles.rows("country-aliases.tsv"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(CountryNames.LANGUAGES).contains(row[0]);
              assertThat(CountryNames.of(row[0]).names().values()).contains(row[1]);
              assertThat(row[2].split(";"))
                  .allSatisfy(
                      name ->
                          assertThat(CountryNames.of(row[0]).names()).containsEntry(name, row[1]));
            });
  }

  @Test
  void capitalWithoutARegionIsClearAllTheSame() {
    assertThat(java.util.List.of("Nouakchott", "Willemstad", "Philipsburg", "Vatican City"))
        .allSatisfy(name -> assertThat(PlaceContext.clear(GAZETTEER.find(name))).isPresent());
  }

  @Test
  void everyTownIsFoundByTheKeyItsNameHas() {
    Towns towns = Towns.load();
    List<String[]> rows = towns.rows();
    for (String[] row : rows) {
      assertThat(towns.find(row[0]).size() + towns.otherSpellings(row[0]).size()).isPositive();
      if (!row[7].equals("A")) {
        assertThat(row[0]).isEqualTo(PlaceKey.of(row[1]));
      }
    }
    assertThat(rows).hasSizeGreaterThan(100_000);
  }

  @Test
  void everyAbbreviationStandsForARegionWeKnow() {
    assertThat(PlaceFiles.rows("abbreviations.tsv"))
        .allSatisfy(row -> assertThat(GAZETTEER.abbreviated(row[0])).as(row[0]).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({"aliases.tsv, CITY", "region-aliases.tsv, REGION"})
  void everyAliasNamesAPlaceWeKnow(String file, Place.Kind kind) {
    assertThat(PlaceFiles.rows(file))
        .allSatisfy(
            row ->
                assertThat(GAZETTEER.find(row[0]))
                    .as(row[0])
                    .anyMatch(
                        p ->
                            p.kind() == kind
                                && p.name().equals(row[1])
                                && p.country().equals(row[2])));
  }

  @Test
  void everyEnglishNameIsThatOfAPlaceWeKnow() {
    assertThat(PlaceFiles.rows("english-names.tsv"))
        .allSatisfy(
            row -> {
              assertThat(row).as(row[0]).hasSize(3);
              assertThat(GAZETTEER.city(row[0])).as(row[0]).isTrue();
              assertThat(row[2]).as(row[0]).isNotEqualTo(row[0]);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Gaillimh, IE, Galway",
    "Köln, DE, Cologne",
    "Genève, CH, Geneva",
    "Al Ḩudaydah, YE, Hodeidah",
    "Ardabīl, IR, Ardabil",
    "Stavropol’, RU, Stavropol",
    "Sunch’ŏn, KP, Sunchon",
    "Sétif, DZ, Sétif",
    "İzmir, TR, İzmir",
    "Łódź, PL, Łódź",
    "Cork, IE, Cork",
  })
  void aTownIsLabelledAsItIsUsuallyCalledInEnglish(String name, String country, String label) {
    Place town =
        GAZETTEER.find(name).stream()
            .filter(p -> p.name().equals(name) && p.country().equals(country))
            .findFirst()
            .orElseThrow();

    assertThat(EnglishNames.load().of(town)).isEqualTo(label);
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
