package io.keeling.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.QueryParser.Manner;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads query strings that a fuzzer makes, guided by what they reach in the parser. Without {@code
 * JAZZER_FUZZ=1} it reads those that are kept beside it, among them each that ever broke the
 * parser.
 */
class QueryParserFuzzTest {

  private static final int PAGE_SIZE = 20;

  /** A name, a value of forty characters and the names of all parameters make no more. */
  private static final int LONGEST_PROBLEM = 300;

  @DictionaryEntries({
    "q=",
    "&topic=",
    "&name=",
    "&country=",
    "&source=",
    "&language=",
    "&climate=main",
    "&story=",
    "&from=2026-11-24",
    "&to=2026-11-24T09:30:00.5%2B02:00",
    "&sort=relevance",
    "&sort=oldest",
    "&limit=7",
    "&cursor=",
    "%00",
    "%E2%80%A8",
    "%C4%B0",
    "\"a b\" or -c"
  })
  @FuzzTest
  void writesWhatItReads(byte[] query) {
    Map<String, List<String>> parameters = parameters(new String(query, UTF_8));
    for (Manner manner : Manner.values()) {
      QueryParser parser =
          new QueryParser(manner, PAGE_SIZE, Stories.ALL, new ExpressionParser(Vocabulary.ANY));
      ParsedQuery parsed = parser.parse(parameters);
      if (parsed instanceof ParsedQuery.Valid valid) {
        String written = QueryString.of(valid.query(), PAGE_SIZE, Stories.ALL);
        assertThat(parser.parse(parameters(written.replaceFirst("^\\?", "")))).isEqualTo(valid);
      } else if (parsed instanceof ParsedQuery.Invalid invalid) {
        assertThat(invalid.problem()).isNotBlank().hasSizeLessThan(LONGEST_PROBLEM);
        assertThat(new String(invalid.problem().getBytes(UTF_8), UTF_8))
            .isEqualTo(invalid.problem());
        assertThat(invalid.problem().chars()).noneMatch(Character::isISOControl);
      }
    }
  }

  /** As a web server splits them; what cannot be decoded stays as it is. */
  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (!pair.isEmpty()) {
        parameters
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length < 2 ? "" : decoded(parts[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
