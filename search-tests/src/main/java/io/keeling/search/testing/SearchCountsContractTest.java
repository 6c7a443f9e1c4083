package io.keeling.search.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.search.Change;
import io.keeling.search.Completion;
import io.keeling.search.FacetValues;
import io.keeling.search.FacetValues.FacetValue;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.language.FieldName;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        .isEqualTo(Map.of("united states", 2, "USA", 2));
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

  @Test
  void ofStoriesToldAsOftenOneWithoutADateIsTheLastAndNoTellingWithoutADateIsTheFirst()
      throws IOException {
    store(
        one("rain1", "Rain", "T.").story("s1", 2).undated("2026-11-24T10:00:00Z"),
        one("rain2", "Rain", "T.").story("s1", 2).undated("2026-11-24T11:00:00Z"),
        one("ice1", "Ice", "T.").story("s2", 2).published("2026-11-04T10:00:00Z"),
        one("ice2", "Ice", "T.").story("s2", 2).published("2026-11-05T10:00:00Z"),
        one("reef1", "A reef", "T.").story("s3", 2).undated("2026-11-20T10:00:00Z"),
        one("reef2", "A reef", "T.").story("s3", 2).published("2026-11-06T10:00:00Z"));
    List<Hit> told = index.mostTold(Filters.NONE, 10);
    assertThat(told)
        .extracting(hit -> paths.get(hit.id()))
        .containsExactly("reef2", "ice1", "rain1");
    assertThat(told).extracting(Hit::tellings).containsExactly(2, 2, 2);
    assertThat(index.mostTold(Filters.NONE, 1))
        .extracting(Hit::id)
        .containsExactly(told.get(0).id());
  }

  /** What is frequent in all of an index may be rare in each part of it that came by itself. */
  @Test
  void theMostFrequentNamesAreThoseOfAllArticlesHoweverTheyCame() throws IOException {
    Random random = new Random(7);
    Map<String, Integer> all = new HashMap<>();
    Map<String, Integer> rare = new HashMap<>();
    for (int batch = 0; batch < 9; batch++) {
      List<ArticleMaker> articles = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        boolean isRare = i == 0 && batch % 2 == 0;
        ArticleMaker article =
            one(batch + "-" + i, isRare ? "Kelp" : "Water", "T.").country("DE", 1);
        // Some are known everywhere, some to one part alone, most to nobody else.
        Set<String> names = new HashSet<>(List.of("Ann " + random.nextInt(9)));
        names.add("Bea " + batch + " " + random.nextInt(4));
        names.add("Cem " + random.nextInt(4_000));
        names.add("Dov " + random.nextInt(25));
        names.forEach(name -> article.known(name, name, NameType.PERSON));
        if (i != 1) {
          names.forEach(name -> all.merge(name, 1, Integer::sum));
        }
        if (isRare) {
          names.forEach(name -> rare.merge(name, 1, Integer::sum));
        }
        articles.add(article);
      }
      store(articles.toArray(ArticleMaker[]::new));
      assertThat(index.size()).isEqualTo((batch + 1) * 60);
    }
    for (int batch = 0; batch < 9; batch++) {
      apply(new Change.Remove(one(batch + "-1", "Water", "T.").id()));
    }
    for (int most : new int[] {3, 10, 40}) {
      assertThat(names(Filters.NONE, most)).isEqualTo(first(all, most));
    }
    assertThat(names(filters("kelp"), 10)).isEqualTo(first(rare, 10));
  }

  /** A list of completions is short, and what begins so may be thousands. */
  @Test
  void ofVeryManyNamesThatBeginAlikeTheMostFrequentAreOffered() throws IOException {
    for (int batch = 0; batch < 2; batch++) {
      List<ArticleMaker> articles = new ArrayList<>();
      for (int i = 0; i < 1_200; i++) {
        String name = "Annamarie Nr" + i;
        ArticleMaker article = one(batch + "-" + i, "A", "T.").known(name, name, NameType.PERSON);
        if (i % 10 == 0) {
          article.known("Annan", "Annan", NameType.LOCATION);
        }
        if (i % 100 == 0) {
          article.known("Annamarie Zehn", "Annamarie Zehn", NameType.PERSON);
        }
        articles.add(i == 300 ? article.by("Annabel Pike") : article);
      }
      store(articles.toArray(ArticleMaker[]::new));
      assertThat(index.size()).isEqualTo((batch + 1) * 1_200);
    }
    for (String begun : List.of("a", "ann", "Anna")) {
      assertThat(index.complete(begun, Set.of(FieldName.NAME), 3))
          .startsWith(
              new Completion(FieldName.NAME, "Annan", "Annan", "location", 240),
              new Completion(FieldName.NAME, "Annamarie Zehn", "Annamarie Zehn", "person", 24))
          .hasSize(3);
      assertThat(index.complete(begun, Set.of(FieldName.AUTHOR), 3))
          .containsExactly(
              new Completion(FieldName.AUTHOR, "Annabel Pike", "Annabel Pike", null, 2));
    }
    assertThat(index.complete("annamarie nr119", Set.of(FieldName.NAME), 30))
        .hasSize(11)
        .allMatch(name -> name.count() == 2);
    assertThat(index.complete("zehn", Set.of(FieldName.NAME), 3)).hasSize(1);
  }

  private List<FacetValue> names(Filters filters, int most) {
    FacetValues names = index.facets(filters, most).get(Facet.NAME);
    assertThat(names.exact()).isTrue();
    return names.values();
  }

  private static List<FacetValue> first(Map<String, Integer> counts, int most) {
    return counts.entrySet().stream()
        .map(count -> new FacetValue(count.getKey(), null, "person", count.getValue()))
        .sorted(
            Comparator.comparingInt(FacetValue::count).reversed().thenComparing(FacetValue::value))
        .limit(most)
        .toList();
  }

  /** Also where the tellings of one story are so many that they fill pages of their own. */
  @Test
  void storiesOnceAreTheBestTellingsInTheOrderOfAll() throws IOException {
    List<ArticleMaker> articles = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      articles.add(one("reef" + i, "Reef reef", "Reef.").story("much", 90).published(hour(i)));
    }
    for (int i = 0; i < 40; i++) {
      String text = "Reef. " + "And other things. ".repeat(1 + i);
      ArticleMaker article = one("other" + i, "Of a reef", text).published(hour(i));
      articles.add(i % 2 == 0 ? article : article.story("s" + i / 4, 2));
    }
    store(articles.toArray(ArticleMaker[]::new));
    List<String> expected = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String path : found("reef", Sort.RELEVANCE, 200)) {
      int number = Integer.parseInt(path.replaceAll("\\D", ""));
      if (path.startsWith("reef")
          ? told.add("much")
          : number % 2 == 0 || told.add("s" + number / 4)) {
        expected.add(path);
      }
    }
    assertThat(expected).hasSize(31);
    List<String> paged = new ArrayList<>();
    @Nullable Cursor after = null;
    Hits page;
    do {
      page = ask(filters("reef"), Sort.RELEVANCE, 4, after, Stories.ONCE);
      paged.addAll(paths(page));
      Hit last = page.items().get(page.items().size() - 1);
      after = new Cursor(Sort.RELEVANCE, last.place(), last.id(), last.score(), NOW);
    } while (page.more());
    assertThat(paged).isEqualTo(expected);
    assertThat(page.total()).isEqualTo(31);
  }

  private static String hour(int n) {
    return "2026-11-%02dT%02d:00:00Z".formatted(1 + n / 24, n % 24);
  }
}
