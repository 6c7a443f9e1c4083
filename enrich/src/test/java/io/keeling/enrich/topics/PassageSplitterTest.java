package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.words.Word;
import io.keeling.enrich.words.WordScanner;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

  @Test
  void lineBreakEndsAPassageThatHasEnoughWords() {
    String long1 = "one ".repeat(PassageSplitter.SHORTEST);
    String text = long1 + "\n\n" + "two ".repeat(PassageSplitter.SHORTEST) + "\n\nthree";

    List<Passage> passages = of(text);

    assertThat(passages).hasSize(3);
    assertThat(text.substring(passages.get(0).start(), passages.get(0).end()))
        .isEqualTo(long1.strip());
    assertThat(passages.get(2).words()).extracting(Word::raw).containsExactly("three");
  }

  @Test
  void shortParagraphsAreReadTogether() {
    assertThat(of("A heading\n\nA short line.\n\nAnother.")).hasSize(1);
  }

  @Test
  void longParagraphIsCutBehindASentenceAndAtTheLatestAtTheLimit() {
    List<Passage> sentences = of("one two three four five. ".repeat(60));
    assertThat(sentences.get(0).words()).hasSize(PassageSplitter.LONG);
    assertThat(of("word ".repeat(1000)))
        .allSatisfy(p -> assertThat(p.words()).hasSizeLessThanOrEqualTo(PassageSplitter.LONGEST));
  }

  @Test
  void togetherTheyHaveAllWords() {
    String text = "Some words.\n".repeat(200);
    assertThat(of(text).stream().mapToInt(p -> p.words().size()).sum()).isEqualTo(400);
    assertThat(of("")).isEmpty();
  }

  private static List<Passage> of(String text) {
    return PassageSplitter.of(text, WordScanner.of("en").scan(text));
  }
}
