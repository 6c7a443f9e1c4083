package io.keeling.desk.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryProblemsTest {

  private static final Vocabulary KNOWN =
      (field, written) -> written.equals("known") ? Optional.of(written) : Optional.empty();

  private final ExpressionParser parser = new ExpressionParser(KNOWN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a \"b c          | 3  | never closed",
        "a (b             | 3  | never closed",
        "a) b             | 2  | never opened",
        "a or             | 3  | both sides",
        "or a             | 1  | both sides",
        "a () b           | 4  | nothing",
        "a foo:b          | 3  | no field foo",
        "topic:x          | 7  | taxonomy",
        "topic:           | 1  | comes what",
        "a - b            | 3  | right before",
        "--a              | 2  | enough",
        "w*nd             | 2  | end of a word",
        "a*               | 1  | two letters",
        "a …              | 3  | no word",
        "\"sea level\"~x  | 12 | how far apart",
        "before:soon      | 8  | 2026-11-24",
        "before:2026-13   | 8  | 2026-11-24",
        "title:(a topic:b)| 10 | inside the field",
        "climate:warm     | 9  | adjacent",
        "topic:wind*      | 7  | no *",
      })
  void whatIsNotUnderstoodIsSaidAtItsPlace(String query, int column, String problem) {
    ParsedExpression.Invalid invalid = (ParsedExpression.Invalid) parser.parse(query);

    for (Messages messages : Languages.all()) {
      assertThat(QueryProblems.line(invalid, messages)).contains(Integer.toString(column));
    }
    assertThat(QueryProblems.line(invalid, Languages.ENGLISH))
        .contains(problem)
        .endsWith("(character " + column + ")");
  }

  @Test
  void boundsAreSaid() {
    assertThat(line("a".repeat(401))).contains("400 characters");
    assertThat(line("(".repeat(11) + "a" + ")".repeat(11))).contains("too deeply");
    assertThat(line("a ".repeat(41))).contains("40 words");
  }

  @Test
  void theLineOfAQueryNamesTheParameter() {
    QueryParser queries = new QueryParser(Manner.STRICT, 20, Stories.ALL, parser);

    assertThat(QueryProblems.line((ParsedQuery.Invalid) queries.parse(Map.of("q", List.of("(a")))))
        .startsWith("q cannot be understood: this parenthesis");
    assertThat(
            QueryProblems.line((ParsedQuery.Invalid) queries.parse(Map.of("limit", List.of("0")))))
        .isEqualTo("limit must be 1 to 200, not \"0\"");
  }

  private String line(String query) {
    return QueryProblems.line((ParsedExpression.Invalid) parser.parse(query), Languages.ENGLISH);
  }
}
