package io.keeling.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.QueryParser.Manner;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  private static final ExpressionParser WORDS = new ExpressionParser(Vocabulary.ANY);

  private final QueryParser parser = new QueryParser(Manner.STRICT, 20, Stories.ALL, WORDS);

  @Test
  void takesNothingForTheNewestOfEverything() {
    assertThat(valid("")).isEqualTo(new ArticleQuery(Filters.NONE, Sort.NEWEST, 20, null));
    assertThat(valid("q=&topic=&from=&cursor=")).isEqualTo(valid(""));
  }

  @Test
  void readsEveryParameter() {
    ArticleQuery query =
        valid(
            "q=net+zero&topic=coal&topic=oil-gas&name=Mara+Quill&country=de&source=s&language=EN"
                + "&climate=main&story=ab12&from=2026-11-01&to=2026-11-02T03:04:05%2B02:00"
                + "&sort=oldest&limit=7");
    assertThat(query.filters().words()).isEqualTo("net zero");
    assertThat(query.filters().of(Facet.TOPIC)).containsExactly("coal", "oil-gas");
    assertThat(query.filters().of(Facet.NAME)).containsExactly("Mara Quill");
    assertThat(query.filters().of(Facet.COUNTRY)).containsExactly("DE");
    assertThat(query.filters().of(Facet.LANGUAGE)).containsExactly("en");
    assertThat(query.filters().from()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(query.filters().to()).isEqualTo(Instant.parse("2026-11-02T01:04:05Z"));
    assertThat(query.sort()).isEqualTo(Sort.OLDEST);
    assertThat(query.limit()).isEqualTo(7);
  }

  @Test
  void countsTheLastDayIn() {
    assertThat(valid("to=2026-11-30").filters().to())
        .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
  }

  @Test
  void sortsByRelevanceOnlyWhereThereAreWords() {
    assertThat(valid("q=tide").sort()).isEqualTo(Sort.RELEVANCE);
    assertThat(valid("q=tide&sort=newest").sort()).isEqualTo(Sort.NEWEST);
    assertThat(valid("sort=relevance").sort()).isEqualTo(Sort.NEWEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0        | limit   | limit must be 1 to 200, not \"0\"",
        "limit=-1       | limit   | limit must be 1 to 200, not \"-1\"",
        "climate=warm   | climate | climate must be main, mention, adjacent, none or ungraded, not \"warm\"",
        "sort=best      | sort    | sort must be newest, oldest, relevance, changed or found, not \"best\"",
        "country=DEU    | country | country must be ISO 3166-1 alpha-2 codes, such as DE, not \"DEU\"",
        "from=1.1.2026  | from    | from must be a day such as 2026-11-24 or a time such as 2026-11-24T09:30:00Z, not \"1.1.2026\"",
        "from=2026-02-02&to=2026-02-01 | to | to must not be before from",
        "sort=a&sort=b  | sort    | sort may be given once, not 2 times",
        "from=-999999999-01-01T00:00:00Z | from | from must be a day such as 2026-11-24 or a time such as 2026-11-24T09:30:00Z, not \"-999999999-01-01T00:00:00Z\"",
      })
  void namesTheParameterAndWhatIsAllowed(String query, String parameter, String problem) {
    assertThat(parse(parser, query)).isEqualTo(new ParsedQuery.Invalid(parameter, problem));
  }

  @Test
  void namesTheParametersThereAreWhereOneIsUnknown() {
    ParsedQuery.Invalid invalid = (ParsedQuery.Invalid) parse(parser, "topics=coal");
    assertThat(invalid.problem()).contains("no parameter \"topics\"", "to, topic");
    assertThat(parse(new QueryParser(Manner.LENIENT, 20, Stories.ALL, WORDS), "topics=coal"))
        .isInstanceOf(ParsedQuery.Valid.class);
  }

  @Test
  void boundsWhatIsGiven() {
    assertThat(parse(parser, "q=" + "x".repeat(401))).isInstanceOf(ParsedQuery.Invalid.class);
    assertThat(parse(parser, "topic=a&".repeat(21))).isInstanceOf(ParsedQuery.Invalid.class);
    assertThat(((ParsedQuery.Invalid) parse(parser, "sort=" + "x".repeat(999))).problem())
        .hasSizeLessThan(120);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "?q=a+%22b+c%22+-d",
            "?topic=coal&topic=heat&name=M%C3%A9l%26e&from=2026-01-01&to=2026-01-31",
        "?from=2026-01-01T05:00:00Z", "?sort=oldest&limit=5", "?q=x&sort=newest"
      })
  void writesWhatItReads(String text) {
    ArticleQuery query = valid(text.replaceFirst("\\?", ""));
    assertThat(valid(QueryString.of(query, 20, Stories.ALL).replaceFirst("\\?", "")))
        .isEqualTo(query);
  }

  @Test
  void readsItsOwnCursorForTheSameQueryOnly() {
    // given
    Cursor cursor =
        new Cursor(
            Sort.NEWEST, Instant.parse("2026-11-24T01:02:03.123456Z"), "ab", 0.5, Instant.EPOCH);
    String text = cursor.encode(valid("topic=coal&topic=heat").filters());

    // then
    assertThat(valid("topic=heat&topic=coal&cursor=" + text).cursor()).isEqualTo(cursor);
    assertThat(parse(parser, "topic=coal&cursor=" + text)).isInstanceOf(ParsedQuery.Invalid.class);
    assertThat(parse(parser, "topic=coal&topic=heat&sort=oldest&cursor=" + text))
        .isInstanceOf(ParsedQuery.Invalid.class);
    for (int i = 0; i < text.length(); i++) {
      String damaged =
          text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
      assertThat(parse(parser, "topic=coal&topic=heat&cursor=" + damaged))
          .isInstanceOf(ParsedQuery.Invalid.class);
    }
  }

  @Test
  void aCursorHoldsADateOfAnyCentury() {
    Cursor cursor =
        new Cursor(Sort.OLDEST, Instant.parse("0999-01-01T12:00:00.5Z"), "ab", 0, Instant.EPOCH);
    String text = cursor.encode(valid("").filters());

    assertThat(valid("sort=oldest&cursor=" + text).cursor()).isEqualTo(cursor);
  }

  @ParameterizedTest
  @CsvSource({
    "-20000-01-01T00:00:00Z, 2026-11-24T00:00:00Z, ab",
    "2026-11-24T00:00:00Z, +300000-01-01T00:00:00Z, ab",
    "2026-11-24T00:00:00Z, 2026-11-24T00:00:00Z, a\0b"
  })
  void aForgedCursorThatTheDatabaseCouldNotReadIsRefused(
      Instant sortedAt, Instant asOf, String id) {
    String text = new Cursor(Sort.NEWEST, sortedAt, id, 0, asOf).encode(valid("").filters());

    assertThat(parse(parser, "cursor=" + text)).isInstanceOf(ParsedQuery.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999-99-99",
        "%2B100000007-01-01T00:00:00Z",
        "0000-01-01",
        "9999-99-99",
        "-0001-01-01T00:00:00Z",
        "%2B999999999-12-31T23:59:59-18:00"
      })
  void aDateThatCannotBeIsRefused(String date) {
    assertThat(parse(parser, "from=" + date)).isInstanceOf(ParsedQuery.Invalid.class);
    assertThat(parse(parser, "to=" + date)).isInstanceOf(ParsedQuery.Invalid.class);
  }

  private ArticleQuery valid(String query) {
    return ((ParsedQuery.Valid) parse(parser, query)).query();
  }

  private static ParsedQuery parse(QueryParser parser, String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters
            .computeIfAbsent(parts[0], name -> new ArrayList<>())
            .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return parser.parse(parameters);
  }
}
