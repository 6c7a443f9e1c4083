package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the text of an article begins, and names that lie about what stands in a box. */
class BodyEdgesTest {

  private static final String TEXT =
      """
      <p>The ferry to the outer islands will run on batteries from April, the county said on Monday.</p>
      <p>It takes forty minutes to cross and nine minutes to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained for the new one over the winter.</p>
      """;

  @Test
  void keepsALeadThatIsNamedATeaserButLeadsNowhere() {
    String page =
        "<h1>Ferry goes electric</h1><div class='teaser-text'><p>After ten years of talks the"
            + " county has ordered its first electric ferry.</p></div><div class='news-text-wrap'>"
            + TEXT
            + "</div>";

    assertThat(paragraphsOf(page)).hasSize(4).first().asString().startsWith("After ten years");
  }

  @Test
  void keepsTheSentenceBelowTheHeadlineAsStandfirst() {
    String page =
        "<div><div class='x1'><h1>Ferry goes electric</h1><h4>The county orders its first electric"
            + " ferry after ten years of talks.</h4></div><div><p>By Olav Strand, 3 May 2026</p>"
            + "</div><section class='x2'>"
            + TEXT
            + "</section></div>";

    assertThat(paragraphsOf(page)).hasSize(4).first().asString().startsWith("The county orders");
    assertThat(articleOf(page).subtitle()).as("the text begins with it").isNull();
  }

  @Test
  void takesNoBylineBelowTheHeadlineForTheStandfirst() {
    String page =
        "<div><h1>Ferry goes electric</h1><p>By Olav Strand on May 3, 2026 at 9:00 AM | Filed in"
            + " Local</p><div class='x2'>"
            + TEXT
            + "</div></div>";

    assertThat(paragraphsOf(page)).hasSize(3);
  }

  @Test
  void keepsAStandfirstThatStandsInTheShareBar() {
    String page =
        "<article><header><h1>Ferry goes electric</h1><div class='social-share'><p"
            + " class='strapline'>Ten years of talks end with an order</p><a"
            + " href='#'>Share</a></div></header><div class='article-body'>"
            + TEXT
            + "</div></article>";

    assertThat(paragraphsOf(page)).hasSize(4);
  }

  @Test
  void readsNothingIntoTheIdThatAHeadingGotFromItsWords() {
    String page =
        "<article><h1>Ferry goes electric</h1>"
            + TEXT
            + "<h2 id='a-promotion-for-every-newsletter'>A promotion for every captain</h2><p>All"
            + " eleven captains will earn more, since the new boat needs a second licence.</p>"
            + "</article>";

    assertThat(paragraphsOf(page)).hasSize(5).contains("A promotion for every captain");
  }

  @Test
  void readsNothingIntoTheLettersOfAGeneratedName() {
    String page =
        "<article><h1>Ferry goes electric</h1><div class='deck--b0ba312ad7e982'>Ten years of talks"
            + " end with an order</div><div class='text--9f3ad0e1'>"
            + TEXT
            + "</div></article>";

    assertThat(paragraphsOf(page)).hasSize(4);
  }

  @Test
  void keepsAParagraphThatIsMarkedUpAsAHeading() {
    String page =
        "<article><h1>Ferry goes electric</h1>"
            + TEXT
            + "<h4>The tender named three yards, and the one in the north won it because it will"
            + " also take the old boats back and melt them down.</h4></article>";

    assertThat(paragraphsOf(page)).hasSize(4).last().asString().startsWith("The tender");
  }

  @Test
  void keepsAParagraphThatBeginsLikeALineToAnotherArticle() {
    String page =
        "<article><h1>Ferry goes electric</h1>"
            + TEXT
            + "<p>More than a month after the order: the yard has laid the keel, and <a"
            + " href='/k'>the keel</a> can be seen from the road, which many people now do on"
            + " Sundays.</p><p>More: <a href='/t'>The timetable of the islands</a></p></article>";

    assertThat(paragraphsOf(page)).hasSize(4).last().asString().startsWith("More than a month");
  }

  @Test
  void readsAShortArticleBesideASidebarThatSaysMore() {
    String post =
        "The last boat of the season came in on Sunday evening, an hour late and with a torn sail,"
            + " and the whole harbour stood on the mole to see her round the light.";
    String aside =
        "<p>This page is kept by three people who walk the harbour with a camera, every Sunday, in"
            + " any weather, for twelve years, for no money, and with no plan beyond the next roll"
            + " of film.</p>";
    String page =
        "<div class='page'><main><h1>The last boat of the season</h1><img src='/b.jpg'><p>"
            + post
            + "</p></main><div class='column'>"
            + aside.repeat(3)
            + "</div></div>";

    assertThat(PagesOfOurs.paragraphsOf(page)).containsExactly(post);
  }
}
