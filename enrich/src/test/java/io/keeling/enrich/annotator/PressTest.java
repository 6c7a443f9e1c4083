package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.PressFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Annotates the whole fictional press, as its readers see it. */
class PressTest {

  private static final Map<PressArticle, Annotation> ANNOTATIONS = new LinkedHashMap<>();

  @BeforeAll
  static void annotate() {
    Annotator annotator = new Annotator(AnnotatorResources.load());
    Press press = PressFiles.read();
    for (House house : press.houses().values()) {
      for (PressArticle article : press.articlesOf(house)) {
        ANNOTATIONS.put(article, annotator.annotate(article(house, article)));
      }
    }
  }

  @Test
  void everyPlaceLiesInItsCountry() throws Exception {
    Map<String, String> countries = new HashMap<>();
    try (InputStream in = PressTest.class.getResourceAsStream("press-places.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> countries.put(row[0], row[1]));
    }
    Set<String> seen = new HashSet<>();

    ANNOTATIONS.forEach(
        (article, annotation) -> {
          for (Name name : annotation.names()) {
            if (name.country() != null && countries.containsKey(name.text())) {
              seen.add(name.text());
              assertThat(name.country())
                  .as("%s in %s", name.text(), article.id())
                  .isEqualTo(countries.get(name.text()));
            }
          }
        });

    assertThat(seen.size()).isGreaterThan(countries.size() / 2);
  }

  @Test
  void noAgencyIsAmongTheMostSalientNames() {
    ANNOTATIONS.forEach(
        (article, annotation) ->
            assertThat(annotation.names().stream().limit(5).map(Name::text))
                .as(article.id())
                .doesNotContain("Meridian Wire"));
  }

  @Test
  void topicsAgreeWithThoseAPersonGave() {
    int right = 0;
    int given = 0;
    int wanted = 0;
    for (Map.Entry<PressArticle, Annotation> entry : ANNOTATIONS.entrySet()) {
      Set<String> own = new HashSet<>(entry.getKey().header().topics());
      Set<String> found =
          entry.getValue().topics().stream()
              .filter(topic -> topic.grade() == TopicGrade.MAIN)
              .map(Topic::id)
              .collect(Collectors.toSet());
      wanted += own.size();
      given += found.size();
      own.retainAll(found);
      right += own.size();
    }

    // The press likes to tell of a thing without naming it, so recall is low; both are floors.
    assertThat((double) right / given).as("precision").isGreaterThan(0.6);
    assertThat((double) right / wanted).as("recall").isGreaterThan(0.4);
  }

  private static Article article(House house, PressArticle article) {
    Edition edition = article.edition(Integer.MAX_VALUE);
    String text =
        article.visibleBlocks(edition).stream()
            .map(Block::text)
            .collect(Collectors.joining("\n\n"));
    String domain = house.id() + ".localhost";
    String url = "http://" + domain + article.path();
    return Article.of(
        url,
        new Outlet(house.id(), house.name(), domain),
        edition.title(),
        text,
        house.language(),
        Instant.EPOCH);
  }
}
