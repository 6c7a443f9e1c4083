package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Image;
import io.keeling.reader.StoryPage.Story;
import io.keeling.reader.body.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short analysis among the pictures and texts of other stories, in many designs of a page: title,
 * paragraphs, author, day, the picture's caption and its credit come out, and nothing else.
 */
class StoryDesignsTest {

  /** The words of the seed article, which belong to their publisher and are not committed. */
  private static final Path SEED = Path.of("../../shared/corpora/seed/seed-article.txt");

  private static final String PERSON = "Maren Holt";

  static Stream<Arguments> designs() {
    return StoryPage.DESIGNS.stream()
        .flatMap(
            design ->
                Stream.of("Jul 17, 2023", "July 17, 2023").map(day -> Arguments.of(design, day)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("designs")
  void readsAStoryOfOursAndNothingOfTheOthers(String design, String day) {
    check(design, Story.ofOurs(), PERSON, day);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("designs")
  void readsTheSeedArticleAndNothingOfTheOthers(String design, String day) throws IOException {
    assumeTrue(Files.exists(SEED), "the seed's words are not beside the project");
    Story seed = Story.read(Files.readString(SEED));
    check(design, seed, PERSON, day);
    check(design, seed, seed.heading().replaceFirst("^More from (\\S+).*", "$1 Staff"), day);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "inside-the-article, announced-stories",
    "bare-without-heading, run-of-stories",
    "stream-without-headlines, run-of-stories"
  })
  void explainsByWhichRuleTheOtherStoriesWereLeft(String design, String rule) {
    Story story = Story.ofOurs();
    Selection selection =
        PagesOfOurs.explainPage(StoryPage.of(design, story, PERSON, "July 17, 2023", "2023-07-17"))
            .body()
            .selection();

    String other = story.others().get(1).text();
    assertThat(selection.blocks())
        .filteredOn(block -> !block.text().isEmpty() && other.startsWith(block.text()))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(selection.rule(block)).isEqualTo(rule));
  }

  /** The reading must not depend on a text as short as one of the designs has it. */
  @Test
  void storyOfOursHasTheShapeOfTheSeed() {
    Story story = Story.ofOurs();

    assertThat(story.paragraphs()).hasSize(5);
    assertThat(story.others()).hasSize(4);
  }

  private static void check(String design, Story story, String author, String day) {
    Reading reading = PagesOfOurs.readPage(StoryPage.of(design, story, author, day, "2023-07-17"));
    assertThat(reading).as(design).isInstanceOf(Reading.Readable.class);
    Article article = ((Reading.Readable) reading).article();
    SoftAssertions all = new SoftAssertions();
    all.assertThat(List.of(article.text().split("\n\n")))
        .as("text")
        .containsExactlyElementsOf(story.paragraphs());
    all.assertThat(article.title()).as("title").isEqualTo(story.title());
    all.assertThat(article.authors()).as("authors").containsExactly(author);
    all.assertThat(String.valueOf(article.publishedAt())).as("day").startsWith("2023-07-17");
    Image image = article.image();
    all.assertThat(image == null ? null : image.caption()).as("caption").isEqualTo(story.caption());
    all.assertThat(image == null ? null : image.credit()).as("credit").isEqualTo(story.credit());
    all.assertAll();
  }
}
