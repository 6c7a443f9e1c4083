package io.keeling.search.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
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
import io.keeling.search.text.Excerpt;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every search index answers, whatever keeps it: the same questions, the same articles. */
public abstract class SearchIndexContractTest extends FilledIndex {

  private static final Set<FieldName> ANY_FIELD =
      EnumSet.of(FieldName.TOPIC, FieldName.COUNTRY, FieldName.NAME, FieldName.SOURCE);

  @Test
  void titlesWeighMoreThanTextAndNewerCountsALittle() throws IOException {
    for (int i = 0; i < 20; i++) {
      store(one("other" + i, "Rain again", "It is wet."));
    }
    store(
        one("text", "Something else", "Here a drought is spoken of once."),
        one("title", "A drought is here", "Something else is spoken of once."),
        one("older", "A drought is here", "Something else is spoken of once.")
            .published("2026-06-20T10:00:00Z"));
    assertThat(found("drought", Sort.RELEVANCE)).containsExactly("title", "older", "text");
    assertThat(found("drought", Sort.OLDEST)).first().isEqualTo("older");
  }

  @Test
  void whatIsAboutClimateComesBeforeWhatMentionsIt() throws IOException {
    store(
        one("mention", "A drought", "Words.").climate(ClimateGrade.MENTION),
        one("none", "A drought", "Words.").climate(ClimateGrade.NONE),
        one("main", "A drought", "Words.").climate(ClimateGrade.MAIN));
    assertThat(found("drought", Sort.RELEVANCE)).containsExactly("main", "mention", "none");
  }

  @Test
  void pagesFollowOneAnotherInEveryOrderWithoutGapOrRepetition() throws IOException {
    var makers = new ArticleMaker[23];
    for (int i = 0; i < makers.length; i++) {
      makers[i] =
          one("p" + i, "Flood " + "flood ".repeat(i % 4), "Water.")
              .published("2026-11-%02dT10:00:00Z".formatted(1 + i % 5));
    }
    store(makers);
    for (Sort sort : Sort.values()) {
      List<String> whole = ids(ask(filters("flood"), sort, 100, null, Stories.ALL));
      List<String> paged = new ArrayList<>();
      Cursor cursor = null;
      Hits page;
      do {
        page = ask(filters("flood"), sort, 4, cursor, Stories.ALL);
        paged.addAll(ids(page));
        Hit last = page.items().get(page.items().size() - 1);
        cursor = new Cursor(sort, last.place(), last.id(), last.score(), NOW);
      } while (page.more());
      assertThat(paged).as(sort.value()).hasSize(23).isEqualTo(whole);
    }
  }

  @Test
  void aStoryIsShownOnceWithTheNumberOfItsTellings() throws IOException {
    store(
        one("first", "A reef", "Told.").story("s1", 2).published("2026-11-01T10:00:00Z"),
        one("second", "A reef", "Told.").story("s1", 2).published("2026-11-03T10:00:00Z"),
        one("alone", "A reef", "Told otherwise.").published("2026-11-02T10:00:00Z"));
    Hits newest = ask(filters("reef"), Sort.NEWEST, 10, null, Stories.ONCE);
    assertThat(paths(newest)).containsExactly("second", "alone");
    assertThat(newest.items()).extracting(Hit::tellings).containsExactly(2, 1);
    assertThat(newest.total()).isEqualTo(2);
    assertThat(newest.articles()).isEqualTo(3);
    assertThat(paths(ask(filters("reef"), Sort.OLDEST, 10, null, Stories.ONCE)))
        .containsExactly("first", "alone");
    assertThat(paths(ask(filters("reef"), Sort.NEWEST, 10, null, Stories.ALL))).hasSize(3);
    assertThat(paths(ask(filters("reef"), Sort.RELEVANCE, 10, null, Stories.ONCE))).hasSize(2);
  }

  @Test
  void theTellingsOfAStoryAreThoseThatAreFoundNewestFirst() throws IOException {
    store(
        one("first", "A reef", "Told.").story("s1", 2).published("2026-11-01T10:00:00Z"),
        one("last", "A reef", "Told.").story("s1", 2).published("2026-11-03T10:00:00Z"),
        one("second", "A reef", "Told.").story("s1", 2).published("2026-11-02T10:00:00Z"),
        one("other", "A harbour", "Told.").story("s1", 2).published("2026-11-02T10:00:00Z"));
    Map<String, List<String>> tellings = index.tellings(filters("reef"), List.of("s1", "s2"), 2);
    assertThat(tellings.get("s1")).extracting(paths::get).containsExactly("last", "second");
    assertThat(tellings.get("s2")).isEmpty();
  }

  @Test
  void facetsAreCountedAsIfNothingOfThemWereChosen() throws IOException {
    store(
        one("a", "Water", "Text.").topic("coal", 0.9).country("DE", 1),
        one("b", "Water", "Text.").mention("coal").topic("wind-power", 0.9).country("FR", 1),
        one("c", "Water", "Text.").topic("wind-power", 0.9).country("DE", 1),
        one("d", "Other", "Text.").topic("oil-gas", 0.9).country("DE", 1));
    Filters water = filters("water");
    assertThat(counts(water, Facet.TOPIC)).isEqualTo(Map.of("coal", 2, "wind-power", 2));
    Filters coal = water.with(Facet.TOPIC, List.of("coal"));
    assertThat(counts(coal, Facet.TOPIC)).isEqualTo(Map.of("coal", 2, "wind-power", 2));
    assertThat(counts(coal, Facet.COUNTRY)).isEqualTo(Map.of("DE", 1, "FR", 1));
    assertThat(counts(coal, Facet.TOPIC_GRADE)).isEqualTo(Map.of("main", 1, "mention", 1));
    Filters main = coal.with(Facet.TOPIC_GRADE, List.of("main"));
    assertThat(found(main)).containsExactly("a");
    assertThat(counts(main, Facet.TOPIC)).isEqualTo(Map.of("coal", 1, "wind-power", 2));
    assertThat(counts(main, Facet.TOPIC_GRADE)).isEqualTo(Map.of("main", 1, "mention", 1));
    Filters two = water.with(Facet.TOPIC, List.of("coal", "wind-power"));
    assertThat(found(two)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void whatHasNoDateIsListedAfterAllThatHasOneByWhenItWasFirstSeen() throws IOException {
    store(
        one("about", "About us", "Coal.").undated("2026-11-24T12:00:00Z"),
        one("old", "Old news", "Coal.").published("2019-01-01T10:00:00Z"),
        one("contact", "Contact", "Coal.").undated("2026-11-23T12:00:00Z"),
        one("new", "News", "Coal.").published("2026-11-22T10:00:00Z"));
    assertThat(found("coal", Sort.NEWEST)).containsExactly("new", "old", "about", "contact");
    assertThat(found("coal", Sort.OLDEST)).containsExactly("contact", "about", "old", "new");
    assertThat(found("coal", Sort.FOUND)).containsExactly("about", "contact", "new", "old");
    assertThat(found("is:undated")).containsExactly("about", "contact");
    assertThat(found("-is:undated")).containsExactly("new", "old");
    assertThat(found("after:2026-11-24")).as("first seen").containsExactly("about");
    assertThat(index.days(filters("is:undated")).keySet())
        .extracting(Object::toString)
        .containsExactly("2026-11-23", "2026-11-24");

    List<String> paged = new ArrayList<>();
    Cursor cursor = null;
    for (int page = 0; page < 4; page++) {
      Hits hits = ask(filters("coal"), Sort.NEWEST, 1, cursor, Stories.ALL);
      paged.addAll(paths(hits));
      Hit last = hits.items().get(0);
      cursor = new Cursor(Sort.NEWEST, last.place(), last.id(), 0, NOW);
    }
    assertThat(paged).containsExactly("new", "old", "about", "contact");
  }

  /** As a publisher's typo has it; a date of no news is none. */
  @Test
  void whatClaimsToBeOfTheFirstCenturyIsListedOnceAmongWhatHasNoDate() throws IOException {
    store(
        one("about", "About us", "Coal.").undated("2026-11-24T11:00:00Z"),
        one("typo", "Old news", "Coal.").published("0026-11-20"),
        one("new", "News", "Coal.").published("2026-11-22T10:00:00Z"));
    List<String> paged = new ArrayList<>();
    Cursor cursor = null;
    Hits hits;
    do {
      hits = ask(filters("coal"), Sort.NEWEST, 1, cursor, Stories.ALL);
      paged.addAll(paths(hits));
      Hit last = hits.items().get(0);
      cursor = new Cursor(Sort.NEWEST, last.place(), last.id(), 0, NOW);
    } while (hits.more() && paged.size() < 9);
    assertThat(paged).containsExactly("new", "typo", "about");
    assertThat(ask(filters("coal"), Sort.NEWEST, 9, null, Stories.ALL).items())
        .extracting(hit -> hit.sortedAt().toString())
        .containsExactly("2026-11-22T10:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T11:00:00Z");
  }

  @Test
  void aMomentIsOneHoweverAnArticleIsAskedFor() throws IOException {
    store(
        one("about", "About us", "Coal.").undated("2026-11-20T12:00:00Z"),
        one("dated", "News", "Coal.").published("2026-11-19T10:00:00Z"));
    store(one("about", "About us", "Wind.").undated("2026-11-24T12:00:00Z").revision(2));
    Map<String, Instant> moments =
        index.moments(List.of(one("about", "", "").id(), one("dated", "", "").id(), "none"));
    assertThat(moments).hasSize(2);
    for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST, Sort.FOUND, Sort.RELEVANCE)) {
      for (Hit hit : ask(Filters.NONE, sort, 9, null, Stories.ALL).items()) {
        assertThat(hit.sortedAt()).as(sort.name()).isEqualTo(moments.get(hit.id()));
      }
    }
  }

  @Test
  void whatHasNoDateCanBeLeftOut() throws IOException {
    store(
        one("about", "About us", "Coal.").undated("2026-11-20T12:00:00Z").topic("coal", 1),
        one("dated", "News", "Coal.").published("2026-11-19T10:00:00Z").topic("coal", 1));
    Filters coal = filters("coal").with(Facet.TOPIC, List.of("coal"));
    assertThat(found(coal.dated(true))).containsExactly("dated");
    assertThat(found(coal)).containsExactly("dated", "about");
    assertThat(index.days(coal.dated(true))).isEqualTo(Map.of(LocalDate.parse("2026-11-19"), 1));
    assertThat(index.days(coal)).hasSize(2);
    assertThat(index.counts(coal.dated(true), Facet.TOPIC, List.of("coal")))
        .isEqualTo(Map.of("coal", 1));
    assertThat(counts(coal.dated(true), Facet.TOPIC)).isEqualTo(Map.of("coal", 1));
  }

  @Test
  void anotherWordingWithoutADateDoesNotMakeItNew() throws IOException {
    store(
        one("about", "About us", "Coal.").undated("2026-11-20T12:00:00Z"),
        one("contact", "Contact", "Coal.").undated("2026-11-23T12:00:00Z"));
    store(one("about", "About us", "Coal and wind.").undated("2026-11-24T12:00:00Z").revision(2));
    assertThat(found("coal", Sort.NEWEST)).containsExactly("contact", "about");
    store(one("about", "About us", "Wind and coal.").undated("2026-11-25T12:00:00Z").revision(3));
    assertThat(found("coal", Sort.FOUND)).containsExactly("contact", "about");
    assertThat(found("before:2026-11-21")).containsExactly("about");

    store(one("about", "About us", "Coal.").published("2026-11-26T12:00:00Z").revision(4));
    assertThat(found("coal", Sort.NEWEST)).containsExactly("about", "contact");
  }

  @Test
  void aStoryIsListedByATellingThatHasADate() throws IOException {
    store(
        one("undated", "Coal", "Coal.").undated("2026-11-24T12:00:00Z").story("s1", 2),
        one("dated", "Coal", "Coal.").published("2026-11-20T10:00:00Z").story("s1", 2));
    Hits hits = ask(filters("coal"), Sort.NEWEST, 10, null, Stories.ONCE);
    assertThat(paths(hits)).containsExactly("dated");
    assertThat(index.tellings(filters("coal"), List.of("s1"), 2).get("s1"))
        .isEqualTo(ids(ask(filters("coal"), Sort.NEWEST, 10, null, Stories.ALL)));
  }

  @Test
  void namesAndOutletsAreCountedUnderOneLabel() throws IOException {
    store(
        one("a", "A", "T.").known("USA", "United States", NameType.LOCATION),
        one("b", "B", "T.").known("United States", "United States", NameType.LOCATION),
        one("c", "C", "T.").name("ACME", NameType.ORGANIZATION).from("wire", "Wire (world)"),
        one("d", "D", "T.").name("Acme", NameType.ORGANIZATION).from("wire", "Wire"),
        one("e", "E", "T.").name("Acme", NameType.ORGANIZATION).from("wire", "Wire"));
    Map<Facet, FacetValues> facets = index.facets(Filters.NONE, 10);
    assertThat(facets.get(Facet.NAME).exact()).isTrue();
    assertThat(facets.get(Facet.NAME).values())
        .containsExactly(
            new FacetValue("Acme", null, "organization", 3),
            new FacetValue("United States", null, "location", 2));
    assertThat(facets.get(Facet.SOURCE).values())
        .contains(new FacetValue("wire.example", "Wire", null, 3));
    assertThat(found(Filters.NONE.with(Facet.NAME, List.of("usa")))).hasSize(2);
    assertThat(found(Filters.NONE.with(Facet.NAME, List.of("United States")))).hasSize(2);
  }

  @Test
  void daysAreThoseOfUtc() throws IOException {
    store(
        one("a", "A", "T.").published("2026-11-01T23:30:00Z"),
        one("b", "B", "T.").published("2026-11-02T00:30:00+01:00"),
        one("c", "C", "T.").published("2026-11-03T10:00:00Z"),
        one("d", "D", "T.").published("1899-12-31T10:00:00Z"));
    assertThat(index.days(Filters.NONE))
        .isEqualTo(
            Map.of(
                LocalDate.of(1899, 12, 31),
                1,
                LocalDate.of(2026, 11, 1),
                2,
                LocalDate.of(2026, 11, 3),
                1));
  }

  @Test
  void whatIsBegunIsCompletedWithCountsAlsoByOtherNames() throws IOException {
    store(
        one("a", "A", "T.")
            .known("USA", "United States", NameType.LOCATION)
            .topic("wind-power", 0.9)
            .country("DE", 1)
            .from("gull-wire", "Gull Wire"),
        one("b", "B", "T.").known("United States", "United States", NameType.LOCATION));
    assertThat(index.complete("usa", ANY_FIELD, 5))
        .containsExactly(
            new Completion(FieldName.NAME, "United States", "United States", "location", 1 + 1));
    assertThat(index.complete("states", ANY_FIELD, 5))
        .extracting(Completion::count)
        .containsExactly(2);
    assertThat(index.complete("Deutsch", ANY_FIELD, 5))
        .extracting(Completion::value)
        .containsExactly("DE");
    assertThat(index.complete("wi", ANY_FIELD, 5))
        .extracting(Completion::label)
        .contains("Wind power", "gull-wire.example");
    assertThat(index.complete("wi", Set.of(FieldName.TOPIC), 5))
        .extracting(Completion::value)
        .containsExactly("wind-power");
    assertThat(index.complete("wi", Set.of(FieldName.COUNTRY), 5)).isEmpty();
    assertThat(index.complete("zz", ANY_FIELD, 5)).isEmpty();
  }

  @Test
  void authorsAreCompletedByAnyOfTheirNames() throws IOException {
    store(
        one("a", "A", "T.").by("Ida Brandt", "Tomas Hale"),
        one("b", "B", "T.").by("Ida Brandt"),
        one("c", "C", "T.")
            .by("Brandon Tate")
            .known("Brandenburg", "Brandenburg", NameType.LOCATION));
    assertThat(index.complete("brand", Set.of(FieldName.AUTHOR), 5))
        .containsExactly(
            new Completion(FieldName.AUTHOR, "Ida Brandt", "Ida Brandt", null, 2),
            new Completion(FieldName.AUTHOR, "Brandon Tate", "Brandon Tate", null, 1));
    assertThat(index.complete("ida b", Set.of(FieldName.AUTHOR), 5)).hasSize(1);
    assertThat(index.complete("tomas", ANY_FIELD, 5)).isEmpty();
    apply(new Change.Remove(one("b", "B", "T.").id()));
    assertThat(index.complete("ida", Set.of(FieldName.AUTHOR), 5))
        .extracting(Completion::count)
        .containsExactly(1);
  }

  @Test
  void matchesAreMarkedInTheArticlesOwnLanguage() throws IOException {
    store(one("a", "A", "Turbines turn.")); // the index has a language
    assertThat(marked(index.marker(filters("turbine"), "en").whole("Two turbines, one turbine.")))
        .containsExactly("turbines", "turbine");
    assertThat(marked(index.marker(filters("\"sea level\""), "en").line("A sea level, a sea")))
        .containsExactly("sea level");
    assertThat(marked(index.marker(filters("klima"), "de").whole("Der Klimawandel kommt.")))
        .containsExactly("Klimawandel");
    assertThat(marked(index.marker(filters("turb*"), "en").whole("Turbines and turbulence")))
        .containsExactly("Turbines", "turbulence");
    Excerpt snippet =
        index
            .marker(filters("turbine"), "en")
            .snippet(
                "Nothing here. ".repeat(100) + "Then a turbine fell. " + "More. ".repeat(99), 200);
    assertThat(marked(snippet)).containsExactly("turbine");
    assertThat(snippet.text()).hasSizeLessThan(300).startsWith("… ");
    assertThat(index.marker(filters("nowhere"), "en").snippet("Only this. ".repeat(90), 100).text())
        .startsWith("Only this.");
  }

  @Test
  void aTombstoneDeletesAndTheStateThatWasFetchedLastStays() throws IOException {
    EnrichedArticle first = one("a", "First words", "T.").make();
    EnrichedArticle second = one("a", "Second words", "T.").revision(2).make();
    apply(new Change.Put(first), new Change.Put(second), new Change.Put(first));
    assertThat(found("second")).containsExactly("a");
    assertThat(found("first")).isEmpty();
    assertThat(found("is:corrected")).containsExactly("a");
    String id = first.article().id();
    assertThat(index.revisions(List.of(id, "other"))).isEqualTo(Map.of(id, 2));
    assertThat(index.among(filters("second"), List.of(id, "other"))).containsExactly(id);
    assertThat(index.explain(filters("second"), id)).isPresent();
    assertThat(index.explain(filters("first"), id)).isEmpty();
    apply(new Change.Remove(id));
    assertThat(index.size()).isZero();
    assertThat(found("second")).isEmpty();
  }

  @Test
  void whatWasCommittedIsThereAfterACrashAndTheRestIsReadAgain() throws IOException {
    index.apply(List.of(new Change.Put(one("a", "Kept", "T.").make())), Map.of(0, 5L));
    index.commit();
    index.apply(List.of(new Change.Put(one("b", "Lost", "T.").make())), Map.of(0, 6L, 1, 3L));
    assertThat(index.size()).isEqualTo(2);
    index.close(); // nothing that was not committed survives it
    index = open(directory);
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.offsets()).isEqualTo(Map.of(0, 5L));
  }
}
