package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.FailingReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bug in the reader ends as a dead letter, and ingest goes on. */
class ReaderFailureTest {

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("brokenReaders")
  void aBugInTheReaderIsADeadLetterWithThePageAndNothingStops(ArticleReader reader) {
    try (IngestDriver ingest = new IngestDriver(directory, ScheduleConfig.defaults(), reader)) {
      ingest.fetched(page(ingest, "one"), Documents.article("One", "Words of the page."));
      ingest.fetched(page(ingest, "two"), Documents.article("Two", "Words of the page."));
      ingest.source(IngestDriver.feed("news", IngestDriver.FEED, Duration.ofDays(20)));

      List<DeadLetter> letters = ingest.letters();
      assertThat(letters)
          .hasSize(2)
          .allSatisfy(letter -> assertThat(letter.stage()).isEqualTo(Stage.READ))
          .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("reader-failure"))
          .allSatisfy(letter -> assertThat(letter.message()).doesNotContain("quoted"))
          .allSatisfy(
              letter -> assertThat(letter.payload()).asString().contains("Words of the page"));
      assertThat(ingest.asked()).hasSize(1);
    }
  }

  static Stream<ArticleReader> brokenReaders() {
    return Stream.of(
        FailingReader.throwing(new IllegalStateException("quoted from the page")),
        FailingReader.throwing(new NullPointerException()),
        FailingReader.recursing());
  }

  private static FetchRequest page(IngestDriver ingest, String name) {
    return new FetchRequest(
        "https://news.example/" + name,
        FetchPurpose.ARTICLE,
        "import",
        ingest.now(),
        1,
        null,
        null);
  }
}
