package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.PressFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PressTest {

  /** Leaf topics of the taxonomy. */
  private static final int TOPICS = 40;

  private static final Press PRESS = PressFiles.read();

  @Test
  void everyArticleFileIsListedByItsOutlet() throws IOException, URISyntaxException {
    Path root =
        Path.of(Objects.requireNonNull(getClass().getResource("/newsroom/outlets.yaml")).toURI())
            .getParent();
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> onDisk =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .map(file -> root.relativize(file).toString().replaceAll("\\.md$", ""))
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(PRESS.allArticles()).extracting(PressArticle::id).hasSameElementsAs(onDisk);
    }
  }

  /** Where the machine's language writes numbers in digits of its own, as Arabic in Egypt does. */
  @Test
  void pathsAreTheSameInEveryLocale() {
    Locale usual = Locale.getDefault();
    Press press;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      press = PressFiles.read();
    } finally {
      Locale.setDefault(usual);
    }

    assertThat(press.allArticles())
        .extracting(PressArticle::path)
        .isEqualTo(PRESS.allArticles().stream().map(PressArticle::path).toList());
  }

  @Test
  void everyTopicOfTheTaxonomyOccurs() {
    Set<String> topics = new TreeSet<>();
    PRESS.allArticles().forEach(article -> topics.addAll(article.header().topics()));

    assertThat(topics).hasSize(TOPICS);
  }

  @Test
  void aboutTwoThirdsAreOnTheClimateAndTheRestIsNot() {
    List<PressArticle> all = PRESS.allArticles();
    long climate =
        all.stream().filter(article -> !article.header().climate().equals("none")).count();

    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat((double) climate / all.size()).isBetween(0.6, 0.8);
    assertThat(all)
        .allSatisfy(
            article ->
                assertThat(article.header().topics().isEmpty())
                    .as(article.id())
                    .isEqualTo(article.header().climate().equals("none")));
  }

  @Test
  void articlesHaveTheLengthOfNewsAndAVisibleAuthor() {
    assertThat(PRESS.allArticles())
        .allSatisfy(
            article -> {
              assertThat(article.edition(1).blocks().stream().mapToInt(Block::words).sum())
                  .as(article.id())
                  .isBetween(100, 600);
              assertThat(article.header().authors()).as(article.id()).isNotEmpty();
            });
  }

  @Test
  void datesAreWrittenInTheOutletsTimeZoneAndEditionsFollowOneAnother() {
    for (House house : PRESS.houses().values()) {
      for (PressArticle article : PRESS.articlesOf(house)) {
        OffsetDateTime published = article.header().published();
        assertThat(published.getOffset())
            .as(article.id())
            .isEqualTo(house.zone().getRules().getOffset(published.toInstant()));
        OffsetDateTime before = published;
        for (Edition edition : article.editions().subList(1, article.editions().size())) {
          assertThat(edition.modified()).as(article.id()).isAfter(before);
          before = edition.modified();
        }
      }
    }
  }

  @Test
  void sectionsOfArticlesAreInTheNavigation() {
    for (House house : PRESS.houses().values()) {
      assertThat(house.sections())
          .as(house.id())
          .containsAll(
              PRESS.articlesOf(house).stream().map(article -> article.header().section()).toList());
    }
  }

  @Test
  void reprintsShareMostOfTheirTextWithTheAgencys() {
    List<PressArticle> copies =
        PRESS.allArticles().stream().filter(article -> article.header().copyOf() != null).toList();

    assertThat(copies).hasSizeGreaterThanOrEqualTo(6);
    for (PressArticle copy : copies) {
      List<Block> original = PRESS.article(copy.header().copyOf()).edition(1).blocks();
      assertThat(copy.edition(1).title())
          .isNotEqualTo(PRESS.article(copy.header().copyOf()).edition(1).title());
      assertThat(copy.edition(1).blocks().stream().filter(original::contains).count())
          .as(copy.id())
          .isGreaterThanOrEqualTo(original.size() - 1L);
    }
  }
}
