package io.keeling.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.language.Expression.And;
import io.keeling.search.language.Expression.Dated;
import io.keeling.search.language.Expression.Not;
import io.keeling.search.language.Expression.Or;
import io.keeling.search.language.Expression.Phrase;
import io.keeling.search.language.Expression.Prefix;
import io.keeling.search.language.Expression.Value;
import io.keeling.search.language.Expression.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

  private static final Vocabulary KNOWN =
      (field, written) ->
          switch (field) {
            case TOPIC ->
                written.equalsIgnoreCase("Wind power")
                    ? Optional.of("wind-power")
                    : Optional.empty();
            case CLIMATE -> written.equals("main") ? Optional.of(written) : Optional.empty();
            default -> Optional.of(written);
          };

  private final ExpressionParser parser = new ExpressionParser(KNOWN);

  @Test
  void wordsStandForArticlesThatHaveAllOfThem() {
    assertThat(read("sea level"))
        .isEqualTo(
            new And(
                List.of(new Word(TextScope.ALL, "sea", 0), new Word(TextScope.ALL, "level", 4))));
  }

  @Test
  void orBindsWeakerThanStandingTogetherAndParenthesesBindStrongest() {
    Expression a = new Word(TextScope.ALL, "a", 0);
    assertThat(read("a b or c"))
        .isEqualTo(
            new Or(
                List.of(
                    new And(List.of(a, new Word(TextScope.ALL, "b", 2))),
                    new Word(TextScope.ALL, "c", 7))));
    assertThat(read("a (b or c)"))
        .isEqualTo(
            new And(
                List.of(
                    a,
                    new Or(
                        List.of(
                            new Word(TextScope.ALL, "b", 3), new Word(TextScope.ALL, "c", 8))))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"or", "OR", "oder", "ou", "o", "|"})
  void orIsKnownInTheLanguagesOfEditors(String or) {
    assertThat(read("a " + or + " b")).isInstanceOf(Or.class);
  }

  @Test
  void aHyphenInsideAWordIsPartOfItAndOneBeforeItNegates() {
    assertThat(read("climate-change")).isEqualTo(new Word(TextScope.ALL, "climate-change", 0));
    assertThat(read("-coal")).isEqualTo(new Not(new Word(TextScope.ALL, "coal", 1)));
    assertThat(read("-(a b)")).isInstanceOf(Not.class);
  }

  @Test
  void phrasesAndBeginningsAreRead() {
    assertThat(read("\"sea level\"~5")).isEqualTo(new Phrase(TextScope.ALL, "sea level", 5));
    assertThat(read("„sea level“")).isEqualTo(new Phrase(TextScope.ALL, "sea level", 0));
    assertThat(read("wind*")).isEqualTo(new Prefix(TextScope.ALL, "wind"));
  }

  @Test
  void fieldsHaveWordsOrValues() {
    assertThat(read("title:wind*")).isEqualTo(new Prefix(TextScope.TITLE, "wind"));
    assertThat(read("name:\"Mara Quill\"")).isEqualTo(new Phrase(TextScope.NAME, "Mara Quill", 0));
    assertThat(read("AUTHOR:brandt")).isEqualTo(new Word(TextScope.AUTHOR, "brandt", 7));
    assertThat(read("topic:\"wind power\"")).isEqualTo(new Value(ValueField.TOPIC, "wind-power"));
    assertThat(read("is:(free or corrected)"))
        .isEqualTo(
            new Or(
                List.of(new Value(ValueField.IS, "free"), new Value(ValueField.IS, "corrected"))));
  }

  @Test
  void afterAndBeforeTheSameMonthsAreWhatIsBetween() {
    assertThat(read("after:2026-11 before:2026-12"))
        .isEqualTo(
            new And(
                List.of(
                    new Dated(Instant.parse("2026-11-01T00:00:00Z"), null),
                    new Dated(null, Instant.parse("2026-12-01T00:00:00Z")))));
  }

  @Test
  void andIsWhatStandingTogetherMeans() {
    assertThat(read("sea AND level")).isInstanceOf(And.class);
    assertThat(((And) read("sea and level")).parts()).hasSize(3);
  }

  @Test
  void aTimeOfDayIsAWord() {
    assertThat(read("10:30")).isEqualTo(new Word(TextScope.ALL, "10:30", 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a \"b c          | 3  | not-closed-quote",
        "a (b             | 3  | not-closed",
        "a) b             | 2  | not-opened",
        "a or             | 3  | or",
        "or a             | 1  | or",
        "a () b           | 4  | empty-parenthesis",
        "a foo:b          | 3  | no-field",
        "topic:x          | 7  | no-value",
        "topic:           | 1  | after-field",
        "a - b            | 3  | dash",
        "--a              | 2  | two-dashes",
        "w*nd             | 2  | star-inside",
        "a*               | 1  | star-short",
        "a …              | 3  | no-word",
        "\"sea level\"~x  | 12 | slop",
        "before:soon      | 8  | date",
        "before:2026-13   | 8  | date",
        "title:(a topic:b)| 10 | field-inside",
        "climate:warm     | 9  | no-value",
        "topic:wind*      | 7  | no-star",
      })
  void whatIsNotUnderstoodIsSaidAtItsPlace(String query, int column, String key) {
    ParsedExpression parsed = parser.parse(query);
    assertThat(parsed).isInstanceOf(ParsedExpression.Invalid.class);
    ParsedExpression.Invalid invalid = (ParsedExpression.Invalid) parsed;
    assertThat(invalid.key()).isEqualTo(key);
    assertThat(invalid.column()).isEqualTo(column);
  }

  @Test
  void lengthDepthAndWordsAreBounded() {
    assertThat(problem("a".repeat(401))).isEqualTo("too-long");
    assertThat(problem("(".repeat(11) + "a" + ")".repeat(11))).isEqualTo("too-deep");
    assertThat(read("(".repeat(10) + "a" + ")".repeat(10))).isInstanceOf(Word.class);
    assertThat(problem("a ".repeat(41))).isEqualTo("too-many");
  }

  private Expression read(String query) {
    ParsedExpression parsed = parser.parse(query);
    assertThat(parsed).as(query).isInstanceOf(ParsedExpression.Valid.class);
    return ((ParsedExpression.Valid) parsed).expression();
  }

  private String problem(String query) {
    return ((ParsedExpression.Invalid) parser.parse(query)).key();
  }
}
