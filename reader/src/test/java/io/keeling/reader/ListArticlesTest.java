package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Articles that are lists and tables: rankings, winners, results. */
class ListArticlesTest {

  private static final String INTRO =
      "<p>We walked along the coast for three weeks, slept above the boat sheds and asked the keepers of"
          + " each harbour for the best hour of their day. These are the places we would go back to.</p>";

  private static final String[] NAMES = {
    "Ravenglass",
    "Port Elsing",
    "Sandhavn",
    "Lunevik",
    "Estuary Hill",
    "Mole End",
    "Greypoint",
    "Osterby"
  };

  @Test
  void keepsNumberedItemsWhoseHeadlinesAreLinks() {
    String items =
        each(
            "<h2><a href='/harbours/%1$d'>%1$d. %2$s harbour</a></h2><p>The mole of %2$s was built by hand,"
                + " and at low water the seals lie on it until the first ferry comes in.</p>");

    String text =
        articleOf(
                "<main><article><h1>Eight harbours worth a detour</h1>"
                    + INTRO
                    + items
                    + more()
                    + "</article></main>")
            .text();

    assertAll(text, "The mole of %s");
  }

  @Test
  void keepsItemsThatLeadToOtherSites() {
    String items =
        each(
            "<div class='item'><h3><a href='https://harbour%1$d.example/visit'>The harbour of %2$s</a></h3><p>The mole"
                + " of %2$s was built by hand, and at low water the seals lie on it all day.</p></div>");

    String text =
        articleOf(
                "<main><article><h1>Harbours worth a detour</h1>"
                    + INTRO
                    + items
                    + more()
                    + "</article></main>")
            .text();

    assertAll(text, "The mole of %s");
  }

  @Test
  void keepsATableOfWinners() {
    String rows =
        each(
            "<tr><td>Class %1$d</td><td><a href='/boats/%1$d'>%2$s</a></td><td>%1$d hours</td></tr>");

    String text =
        articleOf(
                "<main><article><h1>All winners of the regatta</h1>"
                    + INTRO
                    + "<table><tr><th>Class</th><th>Winner</th><th>Time</th></tr>"
                    + rows
                    + "</table></article></main>"
                    + more())
            .text();

    assertAll(text, "%s");
    assertThat(text).contains("Class | Winner | Time", "Class 3 | Sandhavn | 3 hours");
  }

  @Test
  void keepsTheLinkedNamesOfWinnersBelowTheirCategories() {
    String groups =
        each(
            "<h3>Class %1$d</h3><ul><li><strong><a href='/boats/%1$d'>%2$s</a></strong></li><li><a href='/crews/%1$d'>Crew of %2$s</a></li></ul>");

    String text =
        articleOf(
                "<main><article><h1>All winners of the regatta</h1>"
                    + INTRO
                    + groups
                    + "</article></main>"
                    + more())
            .text();

    assertAll(text, "Crew of %s");
    assertThat(text).contains("Class 3");
  }

  @Test
  void leavesTheLinkedListsOfAnArticleOut() {
    String list =
        "<ul>" + each("<li><a href='/news/%1$d'>The harbour of %2$s is dredged</a></li>") + "</ul>";

    String text =
        articleOf(
                "<main><article><h1>The mole is open again</h1>"
                    + INTRO
                    + INTRO.replace("coast", "river")
                    + list
                    + INTRO.replace("three", "four")
                    + "</article></main>")
            .text();

    assertThat(text).doesNotContain("is dredged").contains("river");
  }

  private static String more() {
    return "<section><h2>More news</h2>"
        + each(
            "<div class='card'><h4><a href='/news/%1$d'>The ferry to %2$s</a></h4><p>It leaves at noon.</p></div>")
        + "</section>";
  }

  private static String each(String item) {
    return IntStream.range(0, NAMES.length)
        .mapToObj(i -> String.format(item, i + 1, NAMES[i]))
        .collect(Collectors.joining());
  }

  private static void assertAll(String text, String phrase) {
    for (String name : NAMES) {
      assertThat(text).contains(String.format(phrase, name));
    }
    assertThat(text).doesNotContain("The ferry to", "It leaves at noon");
  }
}
