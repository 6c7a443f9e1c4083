package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between an article's paragraphs, or below them, without belonging to it. */
class BodyBoxesTest {

  private static final String FIRST =
      "The glacier above the village has lost eleven metres since spring, the survey said on Friday.";

  private static final String SECOND =
      "Its tongue now ends beside the hut that was built four hundred metres below it in 1931.";

  private static final String THIRD =
      "The village draws its water from the melt, and the council is looking for a second spring.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='related-articles'><h3>Related</h3><a href='/a'>A dam for the valley</a><p>The"
            + " valley will get its dam after all, the canton said, and the farmers are not glad.</p></div>",
        "<figure><img src='/g.jpg'><figcaption>The glacier in August, seen from the hut.</figcaption>"
            + "</figure>",
        "<p><img src='/g.jpg'></p><p class='photo-credit'>Photo: Reto Gubler</p>",
        "<div class='newsletter-signup'><p>Get our letter about the mountains every Friday, free and"
            + " short.</p><form><input name='mail'></form></div>",
        "<div class='share-bar'><a href='#'>Facebook</a> <span>Send this to a friend, who may like"
            + " it.</span></div>",
        "<div class='cookie-banner'><p>We use cookies to count our readers, and you can say no.</p></div>",
        "<div class='ad-slot'><span>Advertisement</span><p>Boots that last, now in green.</p></div>",
        "<p><b>Read also:</b> <a href='/b'>The hut that moved twice</a></p>",
        "<p>Sign up for our newsletter to get more stories like this.</p>",
        "<p>Subscribe to continue reading. Already a subscriber? Log in.</p>",
        "<div class='card'><a href='/c'><img src='/c.jpg'></a><h5><a href='/c'>The valley that waits"
            + " for its dam</a></h5></div>"
      })
  void leavesWhatStandsBetweenParagraphs(String box) {
    String page =
        "<article><h1>The glacier shrinks again</h1><p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p>"
            + box
            + "<p>"
            + THIRD
            + "</p></article>";

    assertThat(paragraphsOf(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='author-bio'><p>Ruth Caduff covers the mountains and has climbed most of them.</p></div>",
        "<p>Ruth Caduff is a reporter who covers the mountains for this paper.</p>",
        "<div id='comments'><h3>Comments</h3><p>I was there in May, and it was already bare.</p></div>",
        "<h3>2 comments</h3><div><p>I was there in May, and it was already bare, my friend.</p></div>",
        "<section class='more-from'><h3>More from the Alps</h3><a href='/d'>Snow in June</a><p>It"
            + " snowed in June, and nobody in the village was surprised by it at all.</p></section>",
        "<div class='paywall'><p>Subscribe to read the full story. Already a subscriber? Log in.</p></div>"
      })
  void leavesWhatStandsBelowTheArticle(String box) {
    String page =
        "<article><h1>The glacier shrinks again</h1><p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p><p>"
            + THIRD
            + "</p>"
            + box
            + "</article>";

    assertThat(paragraphsOf(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void joinsSectionsOfOneSignatureInWrappersOfTheirOwn() {
    String page =
        "<article><h1>The glacier shrinks again</h1><div class='field'><div class='item'><div class='article-text'>"
            + "<p>"
            + FIRST
            + " "
            + SECOND
            + "</p></div></div><div class='item'><h2>Water</h2><div class='article-text'><p>"
            + THIRD
            + "</p></div></div></div></article>";

    assertThat(paragraphsOf(page)).containsExactly(FIRST + " " + SECOND, "Water", THIRD);
  }

  @Test
  void leavesArticlesThatAPageLoadsBelowItsOwn() {
    String page =
        List.of(FIRST, SECOND, THIRD).stream()
            .map(
                text ->
                    "<article><h1>About: "
                        + text.substring(0, 20)
                        + "</h1><div class='entry-text'><p>"
                        + text
                        + "</p><p>The survey has measured here since 1931, "
                        + text.hashCode()
                        + " times in all, with a chain, then with a"
                        + " wire, and now from the air; the figures agree better than anyone had"
                        + " hoped, and the chain hangs in the hut for all to see.</p></div></article>")
            .reduce("", String::concat);

    assertThat(paragraphsOf(page)).hasSize(2).first().isEqualTo(FIRST);
  }

  @Test
  void keepsDropCapsAndTheEntryThatLeadsALiveReport() {
    String page =
        "<main><h1>The glacier report live</h1><p class='sub-title'>The survey reports from the ice</p>"
            + "<ul>"
            + "<li><a href='#'>Share</a></li>".repeat(20)
            + "</ul><div class='live'><div class='live-lead'><p><span>T</span>"
            + FIRST.substring(1)
            + "</p></div><div class='live-entries'><div class='live-comment'><p>"
            + SECOND
            + "</p></div><div class='live-comment'><p>"
            + THIRD
            + "</p></div></div></div></main>";

    assertThat(paragraphsOf(page)).contains(FIRST, SECOND, THIRD);
  }

  @Test
  void readsAPrintedPageWithoutNamesOrNavigation() {
    String page =
        "<body><h2>Island news</h2><hr><h1>The glacier shrinks again</h1>By Ruth Caduff<br><br>"
            + FIRST
            + "<br><br>"
            + SECOND
            + "<br><br>"
            + THIRD
            + "<br><br>Printed from island-news.example</body>";

    assertThat(paragraphsOf(page)).contains(FIRST, SECOND, THIRD);
  }
}
