package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that a script would show as its network does keep their words as quotations. */
class QuotedPostsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote class='twitter-tweet'>%s&mdash; Harbour Watch (@harbourwatch) <a href='https://t.example/1'>4"
            + " March 2024</a></blockquote><script async src='https://t.example/widgets.js'></script>",
        "<div class='embed'><blockquote class='bluesky-embed' data-bluesky-uri='at://x'>%s&mdash; Harbour Watch"
            + " (<a href='https://b.example/p'>@harbour.example</a>) <a href='https://b.example/1'>4 March 2024</a></blockquote></div>",
        "<blockquote class='instagram-media'><div>%s</div></blockquote>"
      })
  void keepsTheWordsOfAPost(String post) {
    String words =
        "The lock is shut until Monday, and the pilot boats lie on the wrong side of it.";

    assertThat(
            paragraphsOf(
                "<article><h1>The lock is shut</h1><p>The harbour master shut the lock on Friday night, after a barge"
                    + " had hit the inner gate and bent two of its hinges.</p>"
                    + String.format(post, "<p>" + words + "</p>")
                    + "<p>Divers are to look at the gate on Sunday, when the tide is at its lowest, and the crane"
                    + " comes on Monday.</p></article>"))
        .hasSize(3)
        .element(1)
        .isEqualTo(words);
  }
}
