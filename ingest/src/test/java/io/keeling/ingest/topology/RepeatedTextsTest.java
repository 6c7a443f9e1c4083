package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.topic.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a text that stands on many pages of one host. */
class RepeatedTextsTest {

  private static final String OFFER =
      """
      <p>Reading on takes a subscription. It pays for the people who walk the dikes at night, read the
      gauges in the morning and ask the water board what it means to do about both of them.</p>
      <p>Choose the plan that suits you: by the week, by the month, or by the year with two months as a
      present from all of us on the coast. You can stop whenever you like, in writing or by telephone.</p>
      """;

  @TempDir Path directory;
  private IngestDriver ingest;

  @BeforeEach
  void open() {
    ingest = new IngestDriver(directory);
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void aTextInThePlaceOfEachArticleOfAHostIsRefusedAfterAFewPages() {
    for (int i = 0; i < 6; i++) {
      ingest.fetched(page("coast.example", "story-" + i), offer("Story " + i, ""));
    }

    assertThat(ingest.found())
        .extracting(Article::title)
        .containsExactly("Story 0", "Story 1", "Story 2");
    assertThat(ingest.letters())
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("boilerplate"))
        .allSatisfy(letter -> assertThat(letter.stage()).isEqualTo(Stage.READ))
        .extracting(DeadLetter::url)
        .containsExactly(
            "https://coast.example/story-3",
            "https://coast.example/story-4",
            "https://coast.example/story-5");
  }

  @Test
  void aLineOfItsOwnAboveTheTextDoesNotHideIt() {
    for (int i = 0; i < 4; i++) {
      ingest.fetched(page("coast.example", "s" + i), offer("Story", "Here is number " + i + "."));
    }

    assertThat(ingest.letters()).extracting(DeadLetter::reason).containsExactly("boilerplate");
  }

  @Test
  void anArticleIsNeverCountedAgainstItself() {
    for (int i = 0; i < 10; i++) {
      ingest.fetched(page("coast.example", "story"), offer("Story", ""));
    }

    assertThat(ingest.found()).hasSize(1);
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void theSameTextOnOtherHostsIsACopyAndPassedOn() {
    for (int i = 0; i < 6; i++) {
      ingest.fetched(page("town-" + i + ".example", "story"), offer("Story", ""));
    }

    assertThat(ingest.found()).hasSize(6);
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void articlesThatShareABoxAreArticles() {
    for (int i = 0; i < 6; i++) {
      String news =
          "<p>%s</p>"
              .formatted(
                  ("On day " + i + " the river at gauge " + i + " fell by a hand. ").repeat(9));
      ingest.fetched(page("coast.example", "s" + i), offer("Story " + i, news));
    }

    assertThat(ingest.found()).hasSize(6);
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void filesOfUnknownOriginHaveNothingInCommon() {
    for (int i = 0; i < 6; i++) {
      ingest.fetched(page("file.invalid", "story-" + i), offer("Story", ""));
    }

    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void theHostIsForgivenOnceTheTextLiesFarBack() {
    for (int i = 0; i < 3; i++) {
      ingest.fetched(page("coast.example", "s" + i), offer("Story", ""));
    }
    for (int i = 0; i < 128; i++) {
      ingest.fetched(page("coast.example", "n" + i), news(i));
    }
    ingest.fetched(page("coast.example", "s3"), offer("Story", ""));

    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void aReplayedDeadLetterIsReadAgainAndPassesOnceThePageHoldsItsArticle() {
    for (int i = 0; i < 4; i++) {
      ingest.fetched(page("coast.example", "s" + i), offer("Story", ""));
    }
    DeadLetter letter = ingest.letters().get(0);
    ingest.found();

    ingest.replay(letter);
    assertThat(ingest.letters())
        .extracting(DeadLetter::reason, DeadLetter::url)
        .containsExactly(tuple("boilerplate", letter.url()));

    ingest.fetched(page("coast.example", "s3"), news(1));
    assertThat(ingest.found()).extracting(Article::url).containsExactly(letter.url());
    assertThat(letter.origin().topic()).isEqualTo(Topics.PAGES.name());
  }

  private FetchRequest page(String host, String name) {
    return new FetchRequest(
        "https://" + host + "/" + name,
        FetchPurpose.ARTICLE,
        "import",
        ingest.now(),
        1,
        null,
        null);
  }

  private static String offer(String title, String above) {
    String news = above.isEmpty() || above.startsWith("<") ? above : "<p>" + above + "</p>";
    return html(title, news + OFFER);
  }

  private static String news(int day) {
    String sentence = "On day %d the water board of district %d read a gauge of its own. ";
    return html("Day " + day, "<p>" + sentence.formatted(day, day).repeat(6) + "</p>");
  }

  private static String html(String title, String body) {
    return "<!doctype html><html lang=en><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
        .formatted(title, title, body);
  }
}
