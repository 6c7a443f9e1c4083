package io.keeling.search.lucene.match;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What many searches take of a desk's memory. */
class LuceneQueryMatcherMemoryTest {

  private static final int SEARCHES = 5_000;

  /** A desk has 460 MB in {@code docker-compose.yml}, for ten thousand and for all else. */
  private static final String HEAP = "-Xmx128m";

  @Test
  void fiveThousandSearchesAreReadIntoLittleMemory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LuceneQueryMatcherMemoryTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("found 1");
  }

  /** Reads them, and finds the one that an article is of. */
  public static void main(String[] arguments) throws Exception {
    Map<String, Filters> searches = new HashMap<>();
    for (int i = 0; i < SEARCHES; i++) {
      searches.put(
          "s" + i,
          Filters.NONE.withWords("moraine" + i + " -glacier").with(Facet.TOPIC, List.of("coal")));
    }
    SearchSettings settings =
        new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
    try (QueryMatcher matcher =
        new LuceneEngine(Path.of("target"), settings).matcher(NameLabels.NONE)) {
      matcher.watch(searches);
      System.out.println(
          "found "
              + matcher
                  .matches(
                      article("one", "Of moraine77", "Of coal.").topic("coal", 1).make(), false)
                  .size());
    }
  }
}
