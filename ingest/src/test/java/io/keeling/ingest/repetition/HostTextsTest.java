package io.keeling.ingest.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.repetition.TextSketch.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a text is one of the host's. */
class HostTextsTest {

  private static final Paragraph OFFER = new Paragraph(7, 90);

  private static TextSketch text(int article, int own) {
    return new TextSketch(article, List.of(OFFER, new Paragraph(100 + article, own)));
  }

  private static HostTexts after(int articles, int own) {
    HostTexts texts = HostTexts.of(null);
    for (int i = 0; i < articles; i++) {
      texts.remember(text(i, own));
    }
    return texts;
  }

  @Test
  void aParagraphIsTheHostsOnceThreeOthersHaveIt() {
    assertThat(after(2, 10).hold(text(50, 10))).isFalse();
    assertThat(after(3, 10).hold(text(50, 10))).isTrue();
  }

  @Test
  void nineTenthsOfATextMustBeTheHosts() {
    assertThat(after(9, 11).hold(text(50, 11))).isFalse();
  }

  @Test
  void olderTextsAreForgotten() {
    HostTexts texts = after(200, 10);

    assertThat(texts.bytes()).hasSize(1 + 128 * (Long.BYTES + 1 + 2 * Integer.BYTES));
    assertThat(HostTexts.of(texts.bytes()).bytes()).isEqualTo(texts.bytes());
  }
}
