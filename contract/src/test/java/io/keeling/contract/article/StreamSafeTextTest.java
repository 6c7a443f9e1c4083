package io.keeling.contract.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamSafeTextTest {

  private static final String ACUTE = "\u0301";

  @Test
  void leavesTextOfAnyLanguageAsItIs() {
    String text =
        "Vi\u1ec7t e\u0302\u0301 \u0e01\u0e33\u0e4d \ud83d\ude00 \u0915\u094d\u0937\u093f";

    assertThat(StreamSafeText.of(text)).isSameAs(text);
  }

  @Test
  void cutsRunsOfMarksAndKeepsWhatFollows() {
    String safe = StreamSafeText.of("e" + ACUTE.repeat(1_000_000) + "!" + ACUTE + " \ud83d\ude00");

    assertThat(safe).isEqualTo("e" + ACUTE.repeat(30) + "!" + ACUTE + " \ud83d\ude00");
  }

  @Test
  void cutsMarksOfTwoCodeUnits() {
    String mark = "\ud834\udd65"; // U+1D165, a musical stem

    assertThat(StreamSafeText.of("a" + mark.repeat(500) + "b"))
        .isEqualTo("a" + mark.repeat(30) + "b");
  }

  @Test
  void versionsTextOfMarksInAnyOrder() {
    String marks = "\u0315".repeat(200_000) + "\u0327".repeat(200_000); // hours, put in order

    assertThat(ArticleIds.version("e", "e" + marks, List.of(), null, null, null))
        .isEqualTo(
            ArticleIds.version("e", StreamSafeText.of("e" + marks), List.of(), null, null, null));
  }
}
