package io.keeling.contract.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected hashes were computed with Python's hashlib. */
class ArticleIdsTest {

  @Test
  void anIdIsTheBeginningOfTheHashOfTheCanonicalUrl() {
    assertThat(ArticleIds.id("https://example.org/a"))
        .isEqualTo("b5b10dd0429e69ac7cfaf0a20b6901c1");
  }

  @Test
  void aVersionIsTheHashOfFoldedWordsAndDates() {
    assertThat(
            ArticleIds.version(
                "Rain  falls!",
                "One.\n\nTwo.",
                List.of("Ada Okoye", "Jo Lind"),
                NewsDate.parse("2026-11-24T09:30:00+01:00"),
                NewsDate.parse("2026-11-25"),
                null))
        .isEqualTo("68af857eb1b540bb4f434d4e31ef3710");
    assertThat(ArticleIds.version("Rain", "Wet", List.of(), null, null, null))
        .isEqualTo("a47463e9f08b863904692ff3714614e9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He said \"no\" | he said “no”",
        "The end… of coal | The end of coal",
        "A  B | A\u00a0B",
        "ﬁre | fire",
        "Café | Cafe\u0301",
        "ÉTÉ | été"
      })
  void wordsThatReadTheSameAreOneVersion(String one, String other) {
    assertThat(version(one)).isEqualTo(version(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5 degrees | 15 degrees",
        "a fund of $5 million | a fund of €5 million",
        "resume | résumé",
        "की | का",
        "now here | nowhere"
      })
  void wordsThatReadDifferentlyAreTwoVersions(String one, String other) {
    assertThat(version(one)).isNotEqualTo(version(other));
  }

  @Test
  void wordsThatMoveBetweenFieldsMakeAnotherVersion() {
    assertThat(ArticleIds.version("a b", "c", List.of(), null, null, null))
        .isNotEqualTo(ArticleIds.version("a", "b c", List.of(), null, null, null));
  }

  @Test
  void aNewDateMakesAnotherVersion() {
    assertThat(ArticleIds.version("a", "b", List.of(), NewsDate.parse("2026-11-24"), null, null))
        .isNotEqualTo(
            ArticleIds.version("a", "b", List.of(), null, NewsDate.parse("2026-11-24"), null));
  }

  @Test
  void anArticleWithoutACorrectionNoteKeepsTheVersionItHadBeforeThereWereAny() {
    assertThat(ArticleIds.version("Rain", "Wet", List.of(), null, null, null))
        .isEqualTo("a47463e9f08b863904692ff3714614e9");
  }

  @Test
  void aCorrectionNoteThatAppearsOrChangesMakesAnotherVersion() {
    assertThat(List.of(noted(null), noted("It is 4%."), noted("It is 3%."), noted("")))
        .doesNotHaveDuplicates();
    assertThat(noted("It is \u201c4%\u201d")).isEqualTo(noted("It is \"4%\"."));
  }

  private static String noted(@Nullable String note) {
    return ArticleIds.version("Rain", "Wet", List.of(), null, null, note);
  }

  private static String version(String text) {
    return ArticleIds.version("title", text, List.of(), null, null, null);
  }
}
