package io.keeling.feeds.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.NameType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every search index finds: words however they are written, and what the query language means.
 */
public abstract class SearchLanguageContractTest extends FilledIndex {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "climate-change        | solid hyphen spaced",
        "\"climate change\"    | solid hyphen spaced",
        "climatechange         | solid hyphen spaced",
        "net-zero              | zero",
        "CO2                   | formula subscript written",
        "CO₂                   | formula subscript written",
        "\"carbon dioxide\"    | formula subscript written",
        "carbon dioxide        | formula subscript written",
        "co2 -written          | formula subscript",
        "1.5 °C                | degrees comma",
        "1,5°C                 | degrees comma",
        "COP28                 | summit summit-apart",
        "\"COP 28\"            | summit summit-apart",
        "COP-28                | summit summit-apart",
        "F-gases               | gases",
        "colour                | american british",
        "decarbonisation       | american british",
        "island's              | possessive",
        "islands               | possessive",
        "l'eau                 | french",
        "eau                   | french",
        "ecole                 | french",
        "élèves                | french",
        "Klima                 | german german-apart",
        "Klimawandel           | german german-apart",
        "Wandel                | german german-apart",
        "Wälder                | german",
        "walder                | german",
        "気候                  | japanese",
        "U.S.                  | dotted",
        "US                    | dotted",
      })
  void wordsAreFoundHoweverTheyAreWritten(String query, String found) throws IOException {
    store(
        one("solid", "Notes on climatechange", "Nothing else."),
        one("hyphen", "Notes on climate-change policy", "Nothing else."),
        one("spaced", "Notes on climate change", "Nothing else."),
        one("zero", "A pledge", "The town wants net zero by 2040."),
        one("formula", "Gas", "More CO2 in the air."),
        one("subscript", "Gas", "More CO₂ in the air."),
        one("written", "Gas", "Written out it is carbon dioxide."),
        one("degrees", "Heat", "A limit of 1.5°C was agreed."),
        one("comma", "Hitze", "Die Grenze von 1,5 °C steht.").in("de"),
        one("summit", "Talks", "At COP28 they met."),
        one("summit-apart", "Talks", "At COP 28 they met."),
        one("gases", "Cold", "Leaks of F-gases were found."),
        one("american", "The color of decarbonization", "Nothing else."),
        one("british", "The colour of decarbonisation", "Nothing else."),
        one("possessive", "Shore", "An island’s shore is going."),
        one("french", "L’eau manque", "Les élèves de l'école attendent.").in("fr"),
        one("german", "Klimawandel im Harz", "Die Wälder brennen.").in("de"),
        one("german-apart", "Klima-Wandel in Bonn", "Sonst nichts.").in("de"),
        one("dotted", "Talks", "The U.S. agreed."),
        one("japanese", "気候変動の影響", "それだけ。").in("ja"));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(found.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wind power             | both apart",
        "\"wind power\"         | both",
        "\"power wind\"~3       | both",
        "wind -power            | wind",
        "wind or coal           | wind both apart coal",
        "wind oder coal         | wind both apart coal",
        "(wind or coal) power   | both apart coal",
        "power -(wind or coal)  | ''",
        "win*                   | wind both apart",
        "title:wind             | wind both",
        "title:(coal or wind)   | wind both coal",
        "the wind               | wind both apart",
        "\"the wind\"           | apart",
        "-wind                  | coal",
      })
  void operatorsMeanWhatTheySay(String query, String found) throws IOException {
    store(
        one("wind", "Wind turbines", "They turn."),
        one("both", "New wind power", "It grows."),
        one("apart", "Turbines", "The wind gave the town power."),
        one("coal", "Coal power", "It shrinks."));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topic:coal                  | one two",
        "country:DE                  | one",
        "source:harbour-post.example | one",
        "source:\"gull wire\"        | two",
        "name:quill                  | one",
        "name:\"mara quill\"         | one",
        "name:\"united states\"      | two",
        "name:USA                    | two",
        "author:brandt               | one",
        "language:de                 | two",
        "climate:adjacent            | two",
        "story:aa01                  | two",
        "is:free                     | one",
        "-is:free                    | two",
        "after:2026-11-21            | two",
        "before:2026-11-21           | one",
        "after:2026-11 before:2026-12| one two",
        "topic:coal -country:DE      | two",
      })
  void fieldsAreFiltersToo(String query, String found) throws IOException {
    store(
        one("one", "One", "Text of it.")
            .topic("coal", 0.9)
            .country("DE", 1)
            .name("Mara Quill", NameType.PERSON)
            .by("Ida Brandt")
            .published("2026-11-20T10:00:00Z"),
        one("two", "Zwei", "Text davon.")
            .in("de")
            .mention("coal")
            .known("USA", "United States", NameType.LOCATION)
            .from("gull-wire", "Gull Wire")
            .climate(ClimateGrade.ADJACENT)
            .story("aa01", 2)
            .paid()
            .published("2026-11-21T10:00:00Z"));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cables            | noted told",
        "note:cables       | noted",
        "note:cab*         | noted",
        "note:\"the cable\" | noted",
        "note:reef         | ''",
        "is:noted          | noted",
        "is:corrected      | noted",
        "-is:noted         | told",
      })
  void whatAnOutletSaysItCorrectedIsSearched(String query, String found) throws IOException {
    store(
        one("noted", "Reef", "It grows.").note("This article was amended: the cable is longer."),
        one("told", "Cable", "A cable is laid."));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @Test
  void aTypoIsAskedAboutAndNeverTakenForAnotherWord() throws IOException {
    store(one("one", "Carbon markets", "Carbon is priced."));
    assertThat(found("carbn")).isEmpty();
    assertThat(index.suggest(filters("carbn markets"))).contains("carbon markets");
    assertThat(index.suggest(filters("carbon markets"))).isEmpty();
  }
}
