package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.enrich.Articles;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What enrich makes of versions that are sent again, come late, or meet another enrichment. */
class SentAgainTest extends TopologyDriven {

  @Test
  void newerEnrichmentPassesEveryVersionOnAgainInOrder() {
    Article first = Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
    Article second = Articles.article("gazette.example", "a", "Talks", "Climate talks ended.");
    send(first);
    send(second);
    enriched.readValuesToList();

    AnnotatorResources newer = newerResources();
    restartWith(newer);
    sendAgain(second, first);
    sendAgain(second, second);
    send(first);

    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactly(first, second);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(3, 4);
    assertThat(again)
        .extracting(e -> e.enrichment().version())
        .containsOnly(newer.version())
        .doesNotContain(RESOURCES.version());
  }

  @Test
  void wordsFetchedBeforeTheLastOnesNeverTakeTheirPlace() {
    Article old = at("2019-03-01T00:00:00Z", "Climate talks are planned.");
    Article current = at("2026-11-24T09:00:00Z", "Climate talks ended.");
    send(current);
    send(old);

    assertThat(enriched.readValuesToList())
        .extracting(EnrichedArticle::article)
        .containsExactly(current);
    assertThat(registry.counter("keeling.enrich.articles", "outcome", "late").count()).isOne();

    restartWith(newerResources());
    send(old);
    assertThat(enriched.isEmpty()).as("not at another enrichment either").isTrue();
  }

  @Test
  void aVersionThatWasOvertakenComesOutWhenItIsSentAgainAndTheNewestStaysLast() {
    // Given a version that came behind a newer one, as a dead letter does that is replayed late
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    Article second = at("2026-11-24T10:00:00Z", "Climate talks ended.");
    Article third = at("2026-11-24T11:00:00Z", "Climate talks failed.");
    send(first);
    send(third);
    send(second);
    sendAgain(second, second);
    assertThat(enriched.readValuesToList())
        .as("not alone, for it would be the last")
        .extracting(EnrichedArticle::article)
        .containsExactly(first, third);

    // When all versions are sent again, twice
    List<Article> all = List.of(first, second, third);
    all.forEach(version -> sendAgain(third, version));

    // Then it comes out, and whoever keeps the highest revision keeps the newest words
    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactlyElementsOf(all);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(1, 3, 4);
    all.forEach(version -> sendAgain(third, version));
    assertThat(enriched.readValuesToList()).containsExactlyElementsOf(again);
  }

  @Test
  void versionsSentAgainAreOvertakenByANewerOne() {
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    Article second = at("2026-11-24T10:00:00Z", "Climate talks ended.");
    send(first);
    send(second);
    enriched.readValuesToList();
    restartWith(newerResources());
    Article third = at("2026-11-24T11:00:00Z", "Climate talks failed.");
    sendAgain(second, first);
    send(third);
    sendAgain(second, second);

    assertThat(enriched.readValuesToList())
        .extracting(EnrichedArticle::article)
        .containsExactly(first, third);

    // Sent once more, now with the newest one: nothing is missing, and the newest comes last.
    List.of(first, second, third).forEach(version -> sendAgain(third, version));
    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactly(first, second, third);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(3, 5, 6);
  }

  @Test
  void aVersionThatIsSentAgainAloneAtANewerEnrichmentStaysBehindTheNewestOne() {
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    send(first);
    send(at("2026-11-24T10:00:00Z", "Climate talks ended."));
    enriched.readValuesToList();
    restartWith(newerResources());

    send(first);

    assertThat(enriched.isEmpty()).isTrue();
  }

  @Test
  void whatIsSentAgainComesOutUnderTheRevisionItHad() {
    List<Article> versions =
        List.of(
            at("2026-11-24T09:00:00Z", "Climate talks began."),
            at("2026-11-24T10:00:00Z", "Climate talks ended."),
            at("2026-11-24T11:00:00Z", "Climate talks go on."),
            at("2026-11-24T12:00:00Z", "Climate talks ended."));
    versions.forEach(this::send);
    List<EnrichedArticle> before = enriched.readValuesToList();
    Article newest = versions.get(3);

    List<Article> each = List.of(versions.get(0), versions.get(2), newest);
    for (int round = 0; round < 2; round++) {
      each.forEach(version -> sendAgain(newest, version));
      assertThat(enriched.readValuesToList())
          .containsExactly(before.get(0), before.get(2), before.get(3));
    }
    send(newest);
    assertThat(enriched.isEmpty()).as("not unless it is asked for").isTrue();
  }
}
