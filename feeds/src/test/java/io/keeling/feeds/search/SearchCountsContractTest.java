package io.keeling.feeds.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.search.FacetValues.FacetValue;
import io.keeling.feeds.search.Hits.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of what every search index counts, whatever keeps it. */
public abstract class SearchCountsContractTest extends FilledIndex {

  @Test
  void whatStandsTogetherIsCountedAmongWhatIsChosen() throws IOException {
    store(
        one("a", "A", "T.").topic("coal", 0.9).topic("wind-power", 0.9).country("DE", 1),
        one("b", "B", "T.").topic("coal", 0.9).country("FR", 1),
        one("c", "C", "T.").topic("wind-power", 0.9).country("DE", 1));
    Filters coal = Filters.NONE.with(Facet.TOPIC, List.of("coal"));
    Map<Facet, FacetValues> together = index.together(coal, 10);
    assertThat(together.get(Facet.TOPIC).values())
        .containsExactly(
            new FacetValue("coal", null, null, 2), new FacetValue("wind-power", null, null, 1));
    assertThat(together.get(Facet.COUNTRY).values())
        .containsExactly(new FacetValue("DE", null, null, 1), new FacetValue("FR", null, null, 1));
    assertThat(together.keySet()).containsAll(Facet.COUNTED);
    assertThat(index.together(coal, 1).get(Facet.TOPIC).values()).hasSize(1);
    assertThat(index.facets(coal, 10).get(Facet.TOPIC).values())
        .hasSize(2)
        .last()
        .isEqualTo(new FacetValue("wind-power", null, null, 2));
  }

  @Test
  void valuesAreCountedAsTheirFilterWouldFindThem() throws IOException {
    store(
        one("a", "A", "T.")
            .known("USA", "United States", NameType.LOCATION)
            .topic("coal", 0.9)
            .country("DE", 1)
            .from("wire", "Wire"),
        one("b", "B", "T.")
            .known("United States", "United States", NameType.LOCATION)
            .mention("coal"),
        one("c", "C", "Water.").topic("wind-power", 0.9));
    assertThat(index.counts(Filters.NONE, Facet.NAME, List.of("united states", "USA", "nobody")))
        .isEqualTo(Map.of("united states", 2, "USA", 1));
    assertThat(index.counts(Filters.NONE, Facet.TOPIC, List.of("coal", "wind-power")))
        .isEqualTo(Map.of("coal", 2, "wind-power", 1));
    assertThat(index.counts(filters("water"), Facet.TOPIC, List.of("coal", "wind-power")))
        .isEqualTo(Map.of("wind-power", 1));
    assertThat(index.counts(Filters.NONE, Facet.SOURCE, List.of("wire.example")))
        .isEqualTo(Map.of("wire.example", 1));
    assertThat(index.counts(Filters.NONE, Facet.COUNTRY, List.of("DE", "FR")))
        .isEqualTo(Map.of("DE", 1));
    for (Facet facet : Facet.values()) {
      assertThat(index.counts(Filters.NONE, facet, List.of("none-such")))
          .as(facet.name())
          .isEmpty();
    }
    apply(new Change.Remove(one("a", "A", "T.").id()));
    assertThat(index.counts(Filters.NONE, Facet.TOPIC, List.of("coal")))
        .isEqualTo(Map.of("coal", 1));
  }

  @Test
  void storiesToldMostComeFirstEachByItsFirstTelling() throws IOException {
    store(
        one("reef1", "A reef", "T.").story("s1", 3).published("2026-11-01T10:00:00Z"),
        one("reef2", "A reef", "T.").story("s1", 3).published("2026-11-02T10:00:00Z"),
        one("reef3", "A reef", "T.").story("s1", 3).published("2026-11-03T10:00:00Z"),
        one("ice1", "Ice", "T.").story("s2", 2).published("2026-11-04T10:00:00Z"),
        one("ice2", "Ice", "T.").story("s2", 2).published("2026-11-05T10:00:00Z"),
        one("rain1", "Rain", "T.").story("s3", 2).published("2026-11-02T10:00:00Z"),
        one("rain2", "Rain", "T.").story("s3", 2).published("2026-11-03T10:00:00Z"),
        one("once", "Once", "T.").story("s4", 1).published("2026-11-06T10:00:00Z"),
        one("alone", "Alone", "T.").published("2026-11-07T10:00:00Z"));
    List<Hit> told = index.mostTold(Filters.NONE, 10);
    assertThat(told)
        .extracting(hit -> paths.get(hit.id()))
        .containsExactly("reef1", "ice1", "rain1");
    assertThat(told).extracting(Hit::tellings).containsExactly(3, 2, 2);
    assertThat(index.mostTold(Filters.NONE, 1)).hasSize(1);
    assertThat(index.mostTold(filters("alone"), 10)).isEmpty();
  }
}
