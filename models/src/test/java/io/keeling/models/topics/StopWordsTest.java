package io.keeling.models.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.NameModel;
import io.keeling.models.topics.ParagraphCategorizer.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {

  private static final ParagraphCategorizer CATEGORIZER =
      new ParagraphCategorizer(TopicModel.load(NameModel.load().clusters()));

  @ParameterizedTest
  @ValueSource(strings = {"what", "The", "THAT", "a", "in", "It's", "wasn\u2019t", "don't", "-"})
  void wordOfEveryTextIsOne(String word) {
    assertThat(StopWords.has(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"climate", "US", "new", "Shell's", "2030", "ice"})
  void wordThatMayTellSomethingIsNone(String word) {
    assertThat(StopWords.has(word)).isFalse();
  }

  @Test
  void theyAreNotNamedAsStrongestBesideOtherWords() {
    String[] words = "What the oil major wants is that the rotors turn in a wind".split(" ");

    for (String category : List.of("oil-gas", "wind-power", ParagraphCategorizer.CLIMATE)) {
      assertThat(strongest(words, category))
          .as(category)
          .isNotEmpty()
          .extracting(Term::word)
          .doesNotContain("What", "the", "is", "that", "in", "a");
    }
  }

  @Test
  void theyAreNamedWhereNoOtherWordSpokeForIt() {
    String[] words = "the with by what that in is a".split(" ");

    assertThat(List.of("oil-gas", "wind-power", "heat", "coal", ParagraphCategorizer.RELATED))
        .anySatisfy(category -> assertThat(strongest(words, category)).isNotEmpty());
  }

  private static List<Term> strongest(String[] words, String category) {
    return CATEGORIZER.strongest(words, Map.of(), CATEGORIZER.category(category), words.length);
  }
}
