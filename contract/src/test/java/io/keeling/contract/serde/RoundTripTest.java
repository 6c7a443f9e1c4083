package io.keeling.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Image;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.article.Provenance;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private static final Article ARTICLE =
      Article.builder(
              "https://example.org/a",
              new Outlet("example", "The Example", "example.org"),
              "Rivers fall",
              "One.\n\nTwo.",
              Instant.parse("2026-11-24T10:00:00Z"))
          .identity("0123", "4567")
          .authors(List.of("Ada Okoye"))
          .dates(NewsDate.parse("2026-11-24T09:30:00+01:00"), NewsDate.parse("2026-11-25"))
          .language("en")
          .subjects(null, List.of("rivers"))
          .image(new Image("https://example.org/i.jpg", "A river", null))
          .provenance(new Provenance("test/1", Map.of("title", "h1")))
          .build();

  @Test
  void anEnrichedArticleComesBackAsItWas() {
    var enriched =
        new EnrichedArticle(
            ARTICLE,
            3,
            List.of(),
            List.of(),
            new Climate(ClimateGrade.MENTION, 0.5, List.of()),
            List.of(),
            null,
            new Enrichment("1", List.of("names-en/1")));
    var headers = new RecordHeaders();

    byte[] bytes = ContractSerdes.ENRICHED_ARTICLE.serialize("t", headers, enriched);

    assertThat(ContractSerdes.ENRICHED_ARTICLE.deserialize("t", bytes)).isEqualTo(enriched);
    assertThat(HeaderValues.get(headers, HeaderNames.SCHEMA)).isEqualTo("enriched-article/1");
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("\"title\":\"Rivers fall\"")
        .contains("\"publishedAt\":\"2026-11-24T09:30:00+01:00\"")
        .doesNotContain("\"article\"");
  }
}
