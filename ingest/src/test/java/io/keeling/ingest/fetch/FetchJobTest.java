package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.fetch.WorkerShares.Standing;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FetchJobTest {

  private static final String PAGE = "https://www.news.example/a";

  private static FetchJob job(int attempt, @Nullable String etag) {
    CanonicalUrl url = CanonicalUrl.of(PAGE).orElseThrow();
    return new FetchJob(
        new FetchRequest(PAGE, FetchPurpose.FEED, "news", Instant.EPOCH, attempt, etag, null),
        url,
        url.host(),
        "trace",
        new TopicPartition("fetches", 0),
        0);
  }

  @Test
  void aRequestTellsHowItsSiteDidBefore() {
    assertThat(job(1, null).standing()).isEqualTo(Standing.NEW);
    assertThat(job(1, "\"1\"").standing()).isEqualTo(Standing.ANSWERS);
    assertThat(job(2, null).standing()).isEqualTo(Standing.FAILS);
    assertThat(job(2, "\"1\"").standing()).isEqualTo(Standing.NEW);
  }

  @Test
  void aRequestTellsNothingOfTheSiteThatItIsRedirectedTo() {
    FetchJob job = job(1, "\"1\"");
    job.follow(CanonicalUrl.of("https://other.example/a").orElseThrow(), 5);

    assertThat(job.standing()).isEqualTo(Standing.NEW);
  }
}
