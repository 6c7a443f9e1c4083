package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outlet is the same whether its articles are crawled or imported. */
class OneOutletTest {

  private static final String FEED = "https://greenblog.blogspot.com/feed";
  private static final String ARTICLE = "https://greenblog.blogspot.com/piers";

  @TempDir Path directory;

  @Test
  void aBlogIsAnOutletOfItsOwnHoweverItsArticleCame() {
    try (IngestDriver ingest = new IngestDriver(directory)) {
      ingest.source(IngestDriver.feed("green", FEED, Duration.ofDays(20)));
      ingest.fetched(article(ingest, "green"), Documents.article("Piers", "Crawled words."));
      ingest.fetched(article(ingest, "import"), Documents.article("Piers", "Imported words."));

      assertThat(ingest.found())
          .hasSize(2)
          .allSatisfy(
              article -> assertThat(article.source().domain()).isEqualTo("greenblog.blogspot.com"));
    }
  }

  private static FetchRequest article(IngestDriver ingest, String source) {
    return new FetchRequest(ARTICLE, FetchPurpose.ARTICLE, source, ingest.now(), 1, null, null);
  }
}
