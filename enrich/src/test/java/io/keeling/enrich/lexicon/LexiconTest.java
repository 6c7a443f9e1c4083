package io.keeling.enrich.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.words.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.of(TaxonomyReader.builtIn(), "en");

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

  private static List<String> raw(List<Word> words) {
    return words.stream().map(Word::raw).toList();
  }
}
