package io.keeling.desk.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.messages.Languages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenancesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json-ld:headline | what the page tells search engines (headline)",
        "meta:og:title | the page’s head (og:title)",
        "h1-single | the page’s only heading",
        "link:canonical | the address the page gives as its own",
        "script | the script the text is written in",
        "script:author | a script of the page (author)",
        "date-line, moment of meta:article:published_time | a line with a date by the headline; the time of day: the page’s head (article:published_time)",
        "of-a-later-release | the reader’s rule “of-a-later-release”",
        "later:rule | the reader’s rule “later:rule”",
      })
  void everyRuleOfTheReaderIsSaidInPlainWords(String rule, String words) {
    assertThat(Provenances.origin(rule, Languages.ENGLISH)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lexicon:methane | “methane” is in the topic’s word list",
        "categorizer:paragraph 3: grid, storage | words the topic’s model relies on, in paragraph 3: grid, storage",
        "something | by the rule something",
      })
  void everyRuleOfTheTaggerIsSaidInPlainWords(String rule, String words) {
    assertThat(Provenances.evidence(rule, Languages.ENGLISH)).isEqualTo(words);
  }
}
