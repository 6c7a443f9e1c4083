package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptWordsTest {

  /** More than two generations hold. */
  private static final int MANY = 50_000;

  private final KeptWords<String> words = new KeptWords<>();
  private final List<String> made = new ArrayList<>();

  private String get(String word) {
    return words.get(
        word,
        text -> {
          made.add(text);
          return text + "!";
        });
  }

  @Test
  void wordIsMadeOnce() {
    assertThat(get("wind")).isEqualTo("wind!");
    assertThat(get("wind")).isEqualTo("wind!");

    assertThat(made).containsExactly("wind");
  }

  @Test
  void wordsOfLongAgoAreForgottenAndThoseInUseKept() {
    get("old");
    for (int i = 0; i < MANY; i++) {
      get("word" + i);
      get("used");
    }
    made.clear();

    get("used");
    get("old");

    assertThat(made).containsExactly("old");
  }

  @Test
  void wordsTooLongForNewsAreNotKept() {
    String endless = "a".repeat(100);
    get(endless);
    get(endless);

    assertThat(made).containsExactly(endless, endless);
  }
}
