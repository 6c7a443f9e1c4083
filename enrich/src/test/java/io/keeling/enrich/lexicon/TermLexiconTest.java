package io.keeling.enrich.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.words.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermLexiconTest {

  private static final TermLexicon LEXICON = TermLexicon.of(TaxonomyReader.builtIn(), "en");

  @Test
  void wordsOfAPhraseWithAnotherSenseAreNotShown() {
    LexiconHits hits =
        LEXICON.find("A carbon copy", "The political climate is tense in a hot summer.");

    assertThat(raw(hits.title())).containsExactly("A", "-", "-");
    assertThat(raw(hits.text()))
        .containsExactly("The", "-", "-", "is", "tense", "in", "a", "hot", "summer");
    assertThat(hits.climate()).isEmpty();
  }

  @Test
  void wordOfATermIsShownThoughItEndsSuchAPhrase() {
    LexiconHits hits = LEXICON.find("", "The current climate crisis hurts.");

    assertThat(raw(hits.text())).containsExactly("The", "-", "climate", "crisis", "hurts");
    assertThat(hits.climate()).extracting(Hit::term).containsExactly("climate crisis");
  }

  @ParameterizedTest
  @CsvSource({
    "COP #, The COP 26 and the cop 27, 1",
    "COP# &, The COP26 ended, 1",
    "NET-ZERO #, NET-ZERO 2050 and Net-zero 2050, 1",
    "Clima*, Climate and Climatology; climate, 2",
    "NDC, NDCs and ndc, 1"
  })
  void termWithCapitalsIsFoundOnlyWithThem(String term, String text, int times) {
    assertThat(found("case: true, terms: [\"" + term + "\"]", text)).hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({
    "decarbonis*, decarbonisation; decarbonization; to decarbonise, 3",
    "decarboniz*, decarbonisation; decarbonization, 2",
    "paris*, Parisian; parity, 1",
    "donaudampfschifffahrtsgesellschaft*, Donaudampfschifffahrtsgesellschaftskapitän, 1",
    "cop #, Cop 26; cop26, 1"
  })
  void beginningsAndNumbersStandForWhatTheySay(String term, String text, int times) {
    assertThat(found("terms: [\"" + term + "\"]", text)).hasSize(times);
  }

  @Test
  void termTellsWhichCompanyLetItCount() {
    String entry = "terms: [emissions], near: [target, goal], with: [climate, oilf*]";

    assertThat(found(entry, "The goal for emissions. An oilfield."))
        .extracting(Hit::near, Hit::with)
        .containsExactly(tuple("goal", "oilf*"));
    assertThat(found("terms: [emissions]", "The goal for emissions."))
        .extracting(Hit::near, Hit::with)
        .containsExactly(tuple(null, null));
    assertThat(found(entry, "Emissions of an oilfield.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "donau*, 1, donaudampf*, 3",
    "donaudampf*, 3, donau*, 1",
    "donau*, 3, donaudampf*, 3"
  })
  void ofTwoTermsOnOneWordTheHeavierOrLongerCounts(
      String one, double ofOne, String other, double ofOther) {
    String entries =
        "terms: [zorblatt]}%n      - {weight: %s, terms: [\"%s\"]}%n      - {weight: %s, terms: [\"%s\"]"
            .formatted(ofOne, one, ofOther, other);

    assertThat(found(entries, "Die Donaudampfschifffahrt."))
        .extracting(Hit::term, Hit::weight)
        .containsExactly(tuple("donaudampf*", 3.0));
  }

  private static List<Hit> found(String entry, String text) {
    String taxonomy =
        """
        version: 1
        groups:
          - {id: energy, label: Energy}
        climate:
          lexicon:
            - {weight: 3, terms: [climate change]}
        topics:
          - id: coal
            label: Coal
            group: energy
            note: Mines.
            lexicon:
              - {weight: 3, %s}
        """
            .formatted(entry);
    return TermLexicon.of(
            TaxonomyReader.read("test.yaml", taxonomy.getBytes(StandardCharsets.UTF_8)), "en")
        .find("", text)
        .topics()
        .get(0);
  }

  private static List<String> raw(List<Word> words) {
    return words.stream().map(Word::raw).toList();
  }
}
