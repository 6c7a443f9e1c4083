package io.keeling.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void findsTheMatchesBetweenTheMarks() {
    Excerpt excerpt = Excerpt.marked("a \u0002bold\u0003\n\nmove and \u0002one\u0003");
    assertThat(excerpt.text()).isEqualTo("a bold move and one");
    assertThat(excerpt.matches())
        .containsExactly(new Excerpt.Match(2, 6), new Excerpt.Match(16, 19));
  }

  @Test
  void standsMarksThatDoNotPair() {
    Excerpt excerpt = Excerpt.marked("\u0003a\u0002\u0003b\u0002c");
    assertThat(excerpt.text()).isEqualTo("abc");
    assertThat(excerpt.matches()).isEmpty();
  }

  @Test
  void cutsABeginningBetweenWords() {
    assertThat(Excerpt.beginning("The tide\n\nrises slowly", 12).text()).isEqualTo("The tide…");
    assertThat(Excerpt.beginning("short", 12).text()).isEqualTo("short");
    assertThat(Excerpt.beginning("🌊🌊🌊🌊", 3).text()).isEqualTo("🌊…");
  }
}
