package io.keeling.desk.articles.diff;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.desk.messages.Languages;
import io.keeling.search.testing.ArticleMaker;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleDiffTest {

  private static final String FIRST = "The harbour froze over in the night, and no ship left it.";
  private static final String SECOND = "Fishermen had warned the council for weeks of the ice.";
  private static final String THIRD = "The council meets again on Tuesday to speak of the costs.";

  @Test
  void aParagraphIsComparedWordByWord() {
    ArticleDiff diff = diff(FIRST, "The harbour froze over at noon, and no ship left it.");

    assertThat(diff.paragraphs()).hasSize(1);
    assertThat(told(diff.paragraphs().get(0)))
        .isEqualTo("The harbour froze over [-in the night-][+at noon+], and no ship left it.");
    assertThat(diff.paragraphs().get(0).kind()).isEqualTo(Row.Kind.CHANGED);
  }

  @Test
  void bothWordingsCanBeReadOutOfTheirDifference() {
    ArticleDiff diff =
        diff(
            FIRST + "\n\n" + SECOND + "\n\n" + THIRD,
            THIRD.replace("Tuesday", "Friday") + "\n\nNew.\n\n" + FIRST);

    assertThat(
            diff.paragraphs().stream()
                .filter(row -> row.after() != null && row.kind() != Row.Kind.MOVED_AWAY)
                .map(row -> text(row.later())))
        .containsExactly(THIRD.replace("Tuesday", "Friday"), "New.", FIRST);
    assertThat(
            diff.paragraphs().stream()
                .filter(row -> row.before() != null && row.kind() != Row.Kind.MOVED_AWAY)
                .map(row -> text(row.earlier())))
        .containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void aMovedParagraphIsFoundAlsoWhereItsWordsChanged() {
    ArticleDiff diff =
        diff(
            FIRST + "\n\n" + SECOND + "\n\n" + THIRD,
            THIRD.replace("Tuesday", "Friday") + "\n\n" + FIRST + "\n\n" + SECOND);

    assertThat(diff.paragraphs().stream().map(Row::kind))
        .containsExactly(Row.Kind.MOVED, Row.Kind.SAME, Row.Kind.SAME, Row.Kind.MOVED_AWAY);
    Row moved = diff.paragraphs().get(0);
    assertThat(moved.before()).isEqualTo(3);
    assertThat(moved.after()).isEqualTo(1);
    assertThat(told(moved)).contains("[-Tuesday -][+Friday +]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Output fell by 21 % last year.|Output fell by 19 % last year.|21 % to 19 %",
        "It rose 1.5°C since then.|It rose 1.6°C since then.|1.5°C to 1.6°C",
        "It cost $40 million to build.|It cost $45 million to build.|$40 million to $45 million",
        "Some 300 people came to it.|Some 200 people came to it.|300 people to 200 people"
      })
  void aFigureThatBecameAnotherIsTold(String before, String after, String line) {
    assertThat(line(diff(before, after))).startsWith(line);
  }

  @Test
  void aQuoteThatWentIsToldByWhoseItWas() {
    // given
    String quoted = "“We have never seen so much ice here,” Mara Quill said on Monday.";
    ArticleMaker before =
        article("ice", "Ice", FIRST + "\n\n" + quoted).name("Mara Quill", NameType.PERSON);

    // when
    ArticleDiff diff = ArticleDiff.of(before.make(), article("ice", "Ice", FIRST).make());

    // then
    assertThat(line(diff)).isEqualTo("a quote of Mara Quill removed; 1 paragraph removed");
  }

  @Test
  void otherQuotationMarksAreNoOtherQuote() {
    ArticleDiff diff =
        diff(
            "She said: “We have never seen so much ice.”",
            "She said: \"We have never seen so much ice.\"");

    assertThat(diff.remarks())
        .extracting(Remark::kind)
        .containsOnly(Remark.Kind.PARAGRAPHS_CHANGED);
  }

  @Test
  void headlineStandfirstAuthorsAndDatesAreCompared() {
    // given
    ArticleMaker before = article("ice", "Ice closes port", FIRST).by("Ida Brandt");
    ArticleMaker after =
        article("ice", "Ice closes harbour", FIRST)
            .by("Ida Brandt", "Jo Vane")
            .subtitle("No ship leaves")
            .published("2026-11-21T10:00:00Z");

    // when
    ArticleDiff diff = ArticleDiff.of(before.make(), after.make());

    // then
    assertThat(diff.fields().stream().map(ArticleDiff.Field::field))
        .containsExactly("title", "subtitle", "authors", "publishedAt");
    assertThat(diff.fields()).allMatch(ArticleDiff.Field::changed);
    assertThat(diff.remarks().stream().map(Remark::kind))
        .containsExactly(
            Remark.Kind.TITLE,
            Remark.Kind.SUBTITLE,
            Remark.Kind.AUTHOR_ADDED,
            Remark.Kind.PUBLISHED);
  }

  @Test
  void aCorrectionNoteIsToldFirstAndInItsOwnWords() {
    // given
    String said = "This article was amended: it is 19 %, not 21 %.";
    ArticleMaker before = article("ice", "Ice", "It falls by 21 % in a year.");
    ArticleMaker after = article("ice", "Ice", "It falls by 19 % in a year.").note(said);

    // when
    ArticleDiff diff = ArticleDiff.of(before.make(), after.make());

    // then
    assertThat(diff.fields())
        .filteredOn(ArticleDiff.Field::changed)
        .extracting(ArticleDiff.Field::field)
        .containsExactly("correctionNote");
    assertThat(line(diff)).startsWith("the outlet says: " + said + "; 21 % to 19 %");
    assertThat(line(ArticleDiff.of(after.make(), before.make())))
        .startsWith("the outlet’s correction note is gone; 19 % to 21 %");
  }

  @Test
  void equalWordingsDoNotDiffer() {
    ArticleDiff diff = diff(FIRST, FIRST);

    assertThat(diff.remarks()).isEmpty();
    assertThat(line(diff)).isEqualTo("no word changed");
    assertThat(diff.paragraphs()).allMatch(row -> row.kind() == Row.Kind.SAME);
  }

  @Test
  void textsOfAnySizeAreCompared() {
    String many = (FIRST + "\n\n").repeat(5_000);
    String words = "ice ".repeat(20_000);

    assertThat(diff(many, words).paragraphs()).hasSize(2_001);
    assertThat(diff(words, words + "melts").paragraphs().get(0).reworded()).isTrue();
  }

  private static ArticleDiff diff(String before, String after) {
    return ArticleDiff.of(
        article("ice", "Ice", before).make(), article("ice", "Ice", after).make());
  }

  private static String line(ArticleDiff diff) {
    return ChangeLine.of(diff.remarks(), Languages.ENGLISH);
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static String told(Row row) {
    return row.pieces().stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case SAME -> piece.text();
                  case REMOVED -> "[-" + piece.text() + "-]";
                  case ADDED -> "[+" + piece.text() + "+]";
                })
        .collect(Collectors.joining());
  }
}
