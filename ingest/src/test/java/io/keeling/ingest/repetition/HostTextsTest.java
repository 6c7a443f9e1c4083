package io.keeling.ingest.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.config.ArticlesConfig;
import io.keeling.ingest.repetition.TextSketch.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a text is one of the host's, as the operator sets it. */
class HostTextsTest {

  private static final Paragraph OFFER = new Paragraph(7, 60);

  private static TextSketch text(int article) {
    return new TextSketch(article, List.of(OFFER, new Paragraph(100 + article, 40)));
  }

  private static HostTexts after(int articles, ArticlesConfig config) {
    HostTexts texts = HostTexts.of(null, config);
    for (int i = 0; i < articles; i++) {
      texts.remember(text(i));
    }
    return texts;
  }

  @Test
  void aParagraphIsTheHostsOnceSoManyOthersHaveIt() {
    ArticlesConfig config = new ArticlesConfig(64, 128, 2, 0.6);

    assertThat(after(1, config).hold(text(50))).isFalse();
    assertThat(after(2, config).hold(text(50))).isTrue();
  }

  @Test
  void soMuchOfATextMustBeTheHosts() {
    assertThat(after(9, new ArticlesConfig(64, 128, 2, 0.61)).hold(text(50))).isFalse();
  }

  @Test
  void olderTextsAreForgottenAlsoAfterTheirNumberWasLowered() {
    ArticlesConfig many = new ArticlesConfig(64, 128, 2, 0.6);
    ArticlesConfig few = new ArticlesConfig(64, 3, 2, 0.6);
    byte[] kept = after(100, many).bytes();

    HostTexts texts = HostTexts.of(kept, few);
    texts.remember(text(200));

    assertThat(texts.bytes()).hasSize(1 + 3 * (Long.BYTES + 1 + 2 * Integer.BYTES));
  }
}
