package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.reader.FailingReader;
import io.keeling.runtime.deadline.RecordDeadline;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that cannot be read in any time ends as a dead letter, and ingest goes on. */
class TookTooLongTest {

  private static final String TRAP = "the words that never end";

  @TempDir Path directory;

  private IngestDriver ingest;
  private volatile boolean released;

  /** A thread that reads has had the processor for a minute, by the clock of the test. */
  private volatile boolean slow;

  private final RecordDeadline deadline =
      new RecordDeadline(Duration.ofSeconds(20), thread -> slow ? System.nanoTime() * 1000 : 0);

  @BeforeEach
  void start() {
    ingest =
        new IngestDriver(
            directory, FailingReader.endless(TRAP, () -> !released), this::neverThrough, deadline);
  }

  @AfterEach
  void stop() {
    released = true;
    await().until(() -> deadline.abandoned() == 0);
    ingest.close();
  }

  @Test
  void aPageThatIsNeverReadToItsEndIsADeadLetterAndTheNextIsRead() {
    slow = true;
    ingest.fetched(page("one"), Documents.article("One", TRAP));
    slow = false;
    ingest.fetched(page("two"), Documents.article("Two", "Words that end."));

    assertThat(ingest.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.stage()).isEqualTo(Stage.READ))
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("took-too-long"))
        .satisfies(letter -> assertThat(letter.url()).isEqualTo("https://news.example/one"))
        .satisfies(letter -> assertThat(letter.message()).contains("20.0 s of processor time"))
        .satisfies(letter -> assertThat(letter.payload()).asString().contains(TRAP));
    assertThat(ingest.found()).extracting(Article::title).containsExactly("Two");
    assertThat(deadline.alive()).isTrue();
  }

  @Test
  void theReplayOfSuchALetterIsTriedAgain() {
    slow = true;
    ingest.fetched(page("one"), Documents.article("One", TRAP));
    slow = false;
    DeadLetter letter = ingest.letters().get(0);
    released = true;
    ingest.replay(letter);

    assertThat(ingest.found()).extracting(Article::title).containsExactly("One");
  }

  @Test
  void aFeedThatIsNeverReadToItsEndIsADeadLetterAndTheSourceStays() {
    slow = true;
    ingest.source(IngestDriver.feed("news", IngestDriver.FEED, Duration.ofDays(20)));
    FetchRequest request = ingest.asked().get(0);
    ingest.fetched(request, "<rss version='2.0'><channel><title>News</title></channel></rss>");

    assertThat(ingest.letters()).extracting(DeadLetter::reason).containsExactly("took-too-long");
    assertThat(ingest.passUntilAsked(Duration.ofHours(1), Duration.ofDays(30)).url())
        .isEqualTo(IngestDriver.FEED);
  }

  /** What follows the feed stands for any part of its reading. */
  private void neverThrough(Page page, @Nullable Source source) {
    while (!released) {
      Thread.onSpinWait();
    }
  }

  private FetchRequest page(String name) {
    String url = "https://news.example/" + name;
    return new FetchRequest(url, FetchPurpose.ARTICLE, "import", ingest.now(), 1, null, null);
  }
}
