package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Boxes whose names speak against what they hold: the article stays where it outweighs the rest.
 */
class MisleadingNamesTest {

  private static final String FIRST =
      "The ferry across the sound will run on batteries from March, the harbour master said on"
          + " Monday, after four winters in which the old engines failed on eleven days each, mostly"
          + " in January, when nobody could spare them.";

  private static final String SECOND =
      "It charges at both piers, eleven minutes on each side, and the cable hangs from a crane that"
          + " was built for herring barrels, which is why it stands a little too far to the east and"
          + " swings in every southerly.";

  private static final String THIRD =
      "The islanders, who paid a third of it themselves, have asked for one more crossing on"
          + " Sundays, and for a stove in the waiting room, which the county promised them in 1987"
          + " and has promised them four times since then.";

  private static final String ARTICLE =
      "<h1>The ferry goes electric</h1><p>"
          + FIRST
          + "</p><p>"
          + SECOND
          + "</p><p>"
          + THIRD
          + "</p>";

  private static final String OTHER =
      "<div class='box'><h3><a href='/n'>The herring are late</a></h3><p>The herring are late this"
          + " year, say the fishermen, and they have said so every year.</p></div>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "player",
        "lightbox",
        "related-content",
        "subscriber-only",
        "dialog-off-canvas-main-canvas",
        "sidebar",
        "promo",
        "popup-page",
        "modal-content",
        "most-read",
        "page-footer"
      })
  void keepsTheArticleThatHasMostOfThePagesProse(String name) {
    String page = "<div class='" + name + "'>" + ARTICLE + "</div>" + OTHER.repeat(5);

    assertThat(paragraphsOf(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"related-content", "most-read", "promo", "sidebar"})
  void leavesABoxOfThatNameBesideTheArticle(String name) {
    String page =
        "<article>" + ARTICLE + "</article><div class='" + name + "'>" + OTHER.repeat(3) + "</div>";

    assertThat(paragraphsOf(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void keepsANumberedListOfLinksThatIsTheArticle() {
    String page =
        "<article><h1>The ten best harbours</h1><p>"
            + FIRST
            + "</p><ol>"
            + "<li><a href='/h'>Port Merrow, for its long quay and its lamps in the fog</a></li>"
                .repeat(10)
            + "</ol></article>";

    assertThat(paragraphsOf(page)).contains(FIRST).anyMatch(text -> text.contains("lamps"));
  }
}
