package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.newsroom.expect.Expectation;
import io.keeling.newsroom.expect.ExpectedVersion;
import io.keeling.newsroom.expect.Stored;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ArticlePagesTest {

  private static final Press PRESS = PressFiles.read();

  @Test
  void everyPageShowsEachParagraphOfTheFirstEditionOnce() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      SoftAssertions softly = new SoftAssertions();
      for (Stored stored : stored(newsroom)) {
        check(softly, reader, stored, stored.versions().get(0));
      }
      softly.assertAll();
    }
  }

  @Test
  void afterCorrectionEveryPageShowsTheLastEdition() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      newsroom.correctAll();
      SoftAssertions softly = new SoftAssertions();
      for (Stored stored : stored(newsroom)) {
        check(softly, reader, stored, stored.versions().get(stored.versions().size() - 1));
      }
      softly.assertAll();
    }
  }

  @Test
  void correctBringsOutTheNextEditionOfOneArticle() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
        Reader reader = new Reader(newsroom)) {
      Stored corrected =
          stored(newsroom).stream().filter(s -> s.versions().size() > 1).findFirst().orElseThrow();
      byte[] before = reader.get(corrected.canonicalUrl()).body();

      newsroom.correct(corrected.articleId());

      SoftAssertions softly = new SoftAssertions();
      check(softly, reader, corrected, corrected.versions().get(1));
      softly.assertAll();
      assertThat(reader.get(corrected.canonicalUrl()).body()).isNotEqualTo(before);
    }
  }

  private static List<Stored> stored(Newsroom newsroom) {
    return newsroom.expectations().stream()
        .filter(Stored.class::isInstance)
        .map(Stored.class::cast)
        .toList();
  }

  private static void check(
      SoftAssertions softly, Reader reader, Stored stored, ExpectedVersion version)
      throws IOException {
    Reader.Answer answer = reader.get(stored.canonicalUrl());
    if (answer.status() == 429 || answer.status() == 503) {
      answer = reader.get(stored.canonicalUrl());
    }
    softly.assertThat(answer.status()).as(stored.articleId()).isEqualTo(200);
    // The header may lie; the outlet's true encoding is what its file says.
    Charset charset = trueCharset(stored);
    Document page =
        Jsoup.parse(new ByteArrayInputStream(answer.body()), charset.name(), stored.canonicalUrl());
    String text = page.text();
    softly.assertThat(text).as(stored.articleId()).contains(version.title());
    for (String paragraph : version.paragraphs()) {
      softly
          .assertThat(text.split(java.util.regex.Pattern.quote(normal(paragraph)), -1).length - 1)
          .as("%s: %s", stored.articleId(), paragraph)
          .isEqualTo(1);
    }
  }

  private static Charset trueCharset(Stored stored) {
    var manner = PRESS.article(stored.articleId()).header().manner();
    if (manner == null) {
      return PRESS.houses().get(stored.outletId()).charset();
    }
    return switch (manner) {
      case CLAIMS_UTF_8 -> Charset.forName("windows-1252");
      case CLAIMS_LATIN_1 -> java.nio.charset.StandardCharsets.UTF_8;
      default -> PRESS.houses().get(stored.outletId()).charset();
    };
  }

  private static String normal(String paragraph) {
    return paragraph.replace('\u00a0', ' ');
  }

  @Test
  void everyAddressIsExpectedOnce() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults())) {
      assertThat(newsroom.expectations()).extracting(Expectation::url).doesNotHaveDuplicates();
    }
  }

  @Test
  void wordsThatDoNotBelongToTheTextAreNotInIt() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults())) {
      for (Stored stored : stored(newsroom)) {
        String text = String.join("\n", stored.versions().get(0).paragraphs());
        assertThat(stored.absent())
            .as(stored.articleId())
            .isNotEmpty()
            .noneMatch(words -> text.contains(words));
      }
    }
  }
}
