package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page's headline is where its first heading says more, or something else. */
class HeadlineTest {

  private static final String TEXT =
      "<p>The ferry across the sound will run on batteries from March, the harbour master said on"
          + " Monday, after four winters in which the old engines failed.</p><p>It charges at both"
          + " piers, eleven minutes on each side, and the cable hangs from a crane that was built"
          + " for herring barrels.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<h1><span>Sound traffic</span> The ferry goes electric</h1>;The ferry goes electric",
        "<h1><span class='kicker'>Traffic</span> The ferry goes on batteries</h1>;The ferry goes on batteries",
        "<h1><span>Headline: </span><span>The ferry goes electric</span></h1>;The ferry goes electric",
        "<h1><em>The</em> ferry goes electric</h1>;The ferry goes electric",
        "<h1><a href='/'>Island News</a></h1><h2>The ferry goes electric</h2>;The ferry goes electric",
        "<h1>Island News</h1><h2>The ferry goes electric</h2>;The ferry goes electric",
        "<h1>The ferry goes electric</h1><h2>Island News</h2>;The ferry goes electric"
      })
  void isWhatTheTitlesAgreeOn(String headings, String title) {
    assertThat(article(headings).title()).isEqualTo(title);
  }

  private static Article article(String headings) {
    String page =
        "<html lang='en'><head><title>The ferry goes electric - Island News</title><meta"
            + " property='og:title' content='The ferry goes electric'><meta"
            + " property='og:site_name' content='Island News'></head><body><div class='top'>"
            + headings
            + "</div><div class='text'>"
            + TEXT
            + "</div></body></html>";
    return ((Reading.Readable) PagesOfOurs.readPage(page)).article();
  }
}
