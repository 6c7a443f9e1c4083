package io.keeling.search.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.NameType;
import io.keeling.search.Completion;
import io.keeling.search.language.FieldName;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        "the wind               | apart",
        "the power of wind      | both apart",
        "wind NOT power         | wind",
        "wind not power         | ''",
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

  /** What is a word of every text in one language is what somebody looks for in another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "São Paulo                     | pt city",
        "Sao Paulo                     | pt city",
        "paulo SÃO                     | pt city",
        "the mayor of são paulo        | city",
        "die hard                      | film",
        "hard die                      | film",
        "son father                    | film son",
        "it security                   | film it",
        "est gare                      | gare",
        "die Kohle in der Lausitz      | kohle",
        "la gare de lyon               | gare other-gare",
      })
  void aWordOfEveryTextMayBeMissingOnlyWhereItsLanguageIsSure(String query, String found)
      throws IOException {
    store(
        one("pt", "Chuva em São Paulo", "Ruas alagadas.").in("pt"),
        one("paulo", "Entrevista com Paulo Prado", "Mais nada.").in("pt"),
        one("city", "Rain in Sao Paulo", "A mayor speaks."),
        one("film", "Die Hard", "A father, his son and it security."),
        one("hart", "Hard Rock in Bonn", "Sonst nichts.").in("de"),
        one("father", "Father Brown en Madrid", "Nada.").in("es"),
        one("son", "Son las ocho, Father Brown", "Nada.").in("es"),
        one("security", "Cyber security a Roma", "Altro.").in("it"),
        one("it", "Incontro it security", "Altro.").in("it"),
        one("gare", "Gare de l'Est", "Trains à Lyon, est de Paris.").in("fr"),
        one("other-gare", "Gare fermée", "Trains, Lyon.").in("fr"),
        one("kohle", "Kohle, Lausitz", "Sonst nichts.").in("de"));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @ParameterizedTest
  @CsvSource({"en", "de", "fr", "es", "it", "pt", "nl", "sv"})
  void lettersWithAndWithoutAccentsAreTheSameInEveryLanguage(String language) throws IOException {
    store(
        one("with", "Straße, résumé, ações, café, naïve, São", "Énergie, coëfficiënt, niño.")
            .in(language),
        one("without", "Strasse, resume, acoes, cafe, naive, Sao", "Energie, coefficient, nino.")
            .in(language));
    for (String word :
        ("Straße Strasse résumé resume ações acoes café CAFE naïve naive são Sao Énergie energie "
                + "coëfficiënt coefficient niño nino")
            .split(" ")) {
      assertThat(found(word)).as(word).containsExactlyInAnyOrder("with", "without");
    }
  }

  @Test
  void aWordIsNotPartedWhereItIsOne() throws IOException {
    store(
        one("british", "Labour wins", "Nothing else."),
        one("american", "Labor unions", "Nothing else."),
        one("labs", "Labs, our hope", "A lab is our hope."));
    assertThat(found("labour")).containsExactlyInAnyOrder("british", "american");
    assertThat(found("labor")).containsExactlyInAnyOrder("british", "american");
  }

  /** One thing, whatever it is called. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name:USA                  | usa us plain",
        "name:usa                  | usa us plain",
        "name:U.S.                 | usa us plain",
        "name:US                   | usa us plain",
        "name:\"United States\"    | usa us plain",
        "name:\"States United\"    | ''",
        "-name:USA                 | team steel mara arno",
        "name:\"team usa\"         | team",
        "name:steel                | steel",
        "name:quill                | mara arno",
        "name:\"mara quill\"       | mara",
      })
  void aNameFindsTheThingWhateverItIsCalled(String query, String found) throws IOException {
    storeNames();
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @Test
  void aNameThatIsChosenFindsTheThingToo() throws IOException {
    storeNames();
    for (String name : List.of("United States", "USA", "u.s.")) {
      Filters filters = Filters.NONE.with(Facet.NAME, List.of(name));
      assertThat(found(filters)).as(name).containsExactlyInAnyOrder("usa", "us", "plain");
      assertThat(index.counts(Filters.NONE, Facet.NAME, List.of(name))).containsEntry(name, 3);
    }
    assertThat(index.meant("USA")).isEqualTo("United States");
    assertThat(index.meant("Quill")).isEqualTo("Quill");
    assertThat(index.meant("nobody")).isEqualTo("nobody");
    assertThat(counts(Filters.NONE, Facet.NAME)).containsEntry("United States", 3);
  }

  private void storeNames() throws IOException {
    store(
        one("usa", "One", "Text.").known("USA", "United States", NameType.LOCATION),
        one("us", "Two", "Text.").known("U.S.", "United States", NameType.LOCATION),
        one("plain", "Three", "Text.").known("United States", "United States", NameType.LOCATION),
        one("team", "Four", "Text.").name("Team USA", NameType.ORGANIZATION),
        one("steel", "Five", "Text.").known("US Steel", "U.S. Steel", NameType.ORGANIZATION),
        one("mara", "Six", "Text.").known("Quill", "Mara Quill", NameType.PERSON),
        one("arno", "Seven", "Text.").name("Arno Quill", NameType.PERSON));
  }

  @Test
  void aNameOfSeveralThingsIsAsItIsAsked() throws IOException {
    store(
        one("state", "One", "Text.").known("GA", "Georgia", NameType.LOCATION),
        one("paper", "Two", "Text.").known("GA", "General Anzeiger", NameType.ORGANIZATION));
    assertThat(found("name:GA")).containsExactlyInAnyOrder("state", "paper");
    assertThat(index.meant("GA")).isEqualTo("GA");
  }

  /** No article calls them by the other names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name:netherlands          | country army",
        "name:holland              | country tom",
        "name:Niederlande          | country",
        "name:\"The Netherlands\" | country",
        "name:UN                   | nations",
        "name:U.N.                 | nations",
        "name:uno                  | nations",
        "name:\"Vereinte Nationen\" | nations",
        "name:\"united nations\" | nations",
        "name:WHO                  | health",
        "name:\"World Health Organization\" | health",
        "name:\"International Energy Agency\" | energy",
        "-name:UNO -name:holland -name:iea -name:who | army",
        "Netherlands UN            | ''",
      })
  void aNameFindsWhatIsKnownByItThoughNoArticleCallsItSo(String query, String found)
      throws IOException {
    storeKnown();
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @ParameterizedTest
  @CsvSource({
    "holl, Netherlands, location",
    "UNO, United Nations, organization",
    "u.n, United Nations, organization",
  })
  void theBeginningOfAnotherNameIsCompleted(String typed, String label, String type)
      throws IOException {
    storeKnown();
    assertThat(index.complete(typed, Set.of(FieldName.NAME), 10))
        .contains(new Completion(FieldName.NAME, label, label, type, 1));
  }

  private void storeKnown() throws IOException {
    store(
        one("country", "One", "Text.").name("Netherlands", NameType.LOCATION),
        one("army", "Two", "Text.").name("Royal Netherlands Army", NameType.ORGANIZATION),
        one("tom", "Three", "Text.").name("Tom Holland", NameType.PERSON),
        one("nations", "Four", "Text.").name("United Nations", NameType.ORGANIZATION),
        one("health", "Five", "Text.").name("Weltgesundheitsorganisation", NameType.ORGANIZATION),
        one("energy", "Six", "Text.").name("IEA", NameType.ORGANIZATION));
  }

  /** What must hold between queries, whatever is in the index. */
  @Test
  void relationsHoldBetweenQueries() throws IOException {
    store(
        one("one", "Heat in the cities of Portugal", "The mayor of São Paulo spoke."),
        one("two", "Hitze in den Städten", "Der Bürgermeister von Köln sprach.").in("de"),
        one("three", "Cities in heat", "No mayor."),
        one("four", "Chaleur dans la ville de Lyon", "Le maire est là.").in("fr"));
    for (String words :
        List.of(
            "mayor of",
            "cities in heat",
            "in the heat",
            "são paulo",
            "ville de lyon",
            "in den",
            "mayor of são paulo")) {
      List<String> each = found(words);
      List<String> terms = Arrays.asList(words.split(" "));
      Collections.reverse(terms);
      assertThat(found(String.join(" ", terms))).as("order of %s", words).isEqualTo(each);
      assertThat(found(words.toUpperCase(Locale.ROOT))).as("case of %s", words).isEqualTo(each);
      assertThat(each).as("phrase of %s", words).containsAll(found('"' + words + '"'));
      for (String term : terms) {
        assertThat(found(words + " or " + term))
            .as("%s or %s", words, term)
            .isEqualTo(found(term + " or " + words))
            .containsAll(each);
      }
    }
  }

  @Test
  void aTypoIsAskedAboutAndNeverTakenForAnotherWord() throws IOException {
    store(one("one", "Carbon markets", "Carbon is priced."));
    assertThat(found("carbn")).isEmpty();
    assertThat(index.suggest(filters("carbn markets"))).contains("carbon markets");
    assertThat(index.suggest(filters("carbon markets"))).isEmpty();
  }
}
