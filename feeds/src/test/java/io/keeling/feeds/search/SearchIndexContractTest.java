package io.keeling.feeds.search;

import static io.keeling.feeds.desk.ArticleMaker.article;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.feeds.desk.ArticleMaker;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.query.language.ExpressionParser;
import io.keeling.feeds.query.language.Vocabulary;
import io.keeling.feeds.search.FacetValues.FacetValue;
import io.keeling.feeds.search.Hits.Hit;
import io.keeling.feeds.text.Excerpt;
import io.keeling.feeds.text.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every search index answers, whatever keeps it: the same questions, the same articles. */
public abstract class SearchIndexContractTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  /** Reads queries; every value is known. */
  protected static final ExpressionParser PARSER = new ExpressionParser(Vocabulary.ANY);

  /** Topics and countries that are known by more than one name. */
  protected static final List<KnownValue> KNOWN =
      List.of(
          new KnownValue(Facet.TOPIC, "wind-power", "Wind power", List.of()),
          new KnownValue(Facet.COUNTRY, "DE", "Germany", List.of("Deutschland")));

  private static final Set<Facet> ANY_FACET = EnumSet.allOf(Facet.class);

  @TempDir Path directory;

  private WritableIndex index;
  private final Map<String, String> paths = new HashMap<>();

  /** Opens an index, a new one where there is none, that reads queries by {@link #PARSER}. */
  protected abstract WritableIndex open(Path path) throws IOException;

  @BeforeEach
  void open() throws IOException {
    index = open(directory);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "climate-change        | solid hyphen spaced",
        "\"climate change\"    | solid hyphen spaced",
        "climatechange         | solid hyphen spaced",
        "net-zero              | zero",
        "CO2                   | formula subscript written",
        "CO₂                   | formula subscript written",
        "\"carbon dioxide\"    | formula subscript written",
        "carbon dioxide        | formula subscript written",
        "co2 -written          | formula subscript",
        "1.5 °C                | degrees comma",
        "1,5°C                 | degrees comma",
        "COP28                 | summit summit-apart",
        "\"COP 28\"            | summit summit-apart",
        "COP-28                | summit summit-apart",
        "F-gases               | gases",
        "colour                | american british",
        "decarbonisation       | american british",
        "island's              | possessive",
        "islands               | possessive",
        "l'eau                 | french",
        "eau                   | french",
        "ecole                 | french",
        "élèves                | french",
        "Klima                 | german german-apart",
        "Klimawandel           | german german-apart",
        "Wandel                | german german-apart",
        "Wälder                | german",
        "walder                | german",
        "気候                  | japanese",
        "U.S.                  | dotted",
        "US                    | dotted",
      })
  void wordsAreFoundHoweverTheyAreWritten(String query, String found) throws IOException {
    store(
        one("solid", "Notes on climatechange", "Nothing else."),
        one("hyphen", "Notes on climate-change policy", "Nothing else."),
        one("spaced", "Notes on climate change", "Nothing else."),
        one("zero", "A pledge", "The town wants net zero by 2040."),
        one("formula", "Gas", "More CO2 in the air."),
        one("subscript", "Gas", "More CO₂ in the air."),
        one("written", "Gas", "Written out it is carbon dioxide."),
        one("degrees", "Heat", "A limit of 1.5°C was agreed."),
        one("comma", "Hitze", "Die Grenze von 1,5 °C steht.").in("de"),
        one("summit", "Talks", "At COP28 they met."),
        one("summit-apart", "Talks", "At COP 28 they met."),
        one("gases", "Cold", "Leaks of F-gases were found."),
        one("american", "The color of decarbonization", "Nothing else."),
        one("british", "The colour of decarbonisation", "Nothing else."),
        one("possessive", "Shore", "An island’s shore is going."),
        one("french", "L’eau manque", "Les élèves de l'école attendent.").in("fr"),
        one("german", "Klimawandel im Harz", "Die Wälder brennen.").in("de"),
        one("german-apart", "Klima-Wandel in Bonn", "Sonst nichts.").in("de"),
        one("dotted", "Talks", "The U.S. agreed."),
        one("japanese", "気候変動の影響", "それだけ。").in("ja"));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(found.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wind power             | both apart",
        "\"wind power\"         | both",
        "\"power wind\"~3       | both",
        "wind -power            | wind",
        "wind or coal           | wind both apart coal",
        "wind oder coal         | wind both apart coal",
        "(wind or coal) power   | both apart coal",
        "power -(wind or coal)  | ''",
        "win*                   | wind both apart",
        "title:wind             | wind both",
        "title:(coal or wind)   | wind both coal",
        "the wind               | wind both apart",
        "\"the wind\"           | apart",
        "-wind                  | coal",
      })
  void operatorsMeanWhatTheySay(String query, String found) throws IOException {
    store(
        one("wind", "Wind turbines", "They turn."),
        one("both", "New wind power", "It grows."),
        one("apart", "Turbines", "The wind gave the town power."),
        one("coal", "Coal power", "It shrinks."));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topic:coal                  | one two",
        "country:DE                  | one",
        "source:harbour-post.example | one",
        "source:\"gull wire\"        | two",
        "name:quill                  | one",
        "name:\"mara quill\"         | one",
        "name:\"united states\"      | two",
        "name:USA                    | two",
        "author:brandt               | one",
        "language:de                 | two",
        "climate:adjacent            | two",
        "story:aa01                  | two",
        "is:free                     | one",
        "-is:free                    | two",
        "after:2026-11-21            | two",
        "before:2026-11-21           | one",
        "after:2026-11 before:2026-12| one two",
        "topic:coal -country:DE      | two",
      })
  void fieldsAreFiltersToo(String query, String found) throws IOException {
    store(
        one("one", "One", "Text of it.")
            .topic("coal", 0.9)
            .country("DE", 1)
            .name("Mara Quill", NameType.PERSON)
            .by("Ida Brandt")
            .published("2026-11-20T10:00:00Z"),
        one("two", "Zwei", "Text davon.")
            .in("de")
            .mention("coal")
            .known("USA", "United States", NameType.LOCATION)
            .from("gull-wire", "Gull Wire")
            .climate(ClimateGrade.ADJACENT)
            .story("aa01", 2)
            .paid()
            .published("2026-11-21T10:00:00Z"));
    assertThat(found(query)).as(query).containsExactlyInAnyOrder(words(found));
  }

  @Test
  void aTypoIsAskedAboutAndNeverTakenForAnotherWord() throws IOException {
    store(one("one", "Carbon markets", "Carbon is priced."));
    assertThat(found("carbn")).isEmpty();
    assertThat(index.suggest(filters("carbn markets"))).contains("carbon markets");
    assertThat(index.suggest(filters("carbon markets"))).isEmpty();
  }

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
        cursor = new Cursor(sort, last.sortedAt(), last.id(), last.score(), NOW);
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
    assertThat(found(Filters.NONE.with(Facet.NAME, List.of("usa")))).containsExactly("a");
    assertThat(found(Filters.NONE.with(Facet.NAME, List.of("United States")))).hasSize(2);
  }

  @Test
  void daysAreThoseOfUtc() throws IOException {
    store(
        one("a", "A", "T.").published("2026-11-01T23:30:00Z"),
        one("b", "B", "T.").published("2026-11-02T00:30:00+01:00"),
        one("c", "C", "T.").published("2026-11-03T10:00:00Z"));
    assertThat(index.days(Filters.NONE))
        .isEqualTo(Map.of(LocalDate.of(2026, 11, 1), 2, LocalDate.of(2026, 11, 3), 1));
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
    assertThat(index.complete("usa", ANY_FACET, 5))
        .containsExactly(
            new Completion(Facet.NAME, "United States", "United States", "location", 1 + 1));
    assertThat(index.complete("states", ANY_FACET, 5))
        .extracting(Completion::count)
        .containsExactly(2);
    assertThat(index.complete("Deutsch", ANY_FACET, 5))
        .extracting(Completion::value)
        .containsExactly("DE");
    assertThat(index.complete("wi", ANY_FACET, 5))
        .extracting(Completion::label)
        .contains("Wind power", "gull-wire.example");
    assertThat(index.complete("wi", Set.of(Facet.TOPIC), 5))
        .extracting(Completion::value)
        .containsExactly("wind-power");
    assertThat(index.complete("wi", Set.of(Facet.COUNTRY), 5)).isEmpty();
    assertThat(index.complete("zz", ANY_FACET, 5)).isEmpty();
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

  private ArticleMaker one(String path, String title, String text) {
    var maker = article(path, title, text);
    paths.put(maker.id(), path);
    return maker;
  }

  private void store(ArticleMaker... makers) throws IOException {
    apply(Arrays.stream(makers).map(maker -> new Change.Put(maker.make())).toArray(Change[]::new));
  }

  private void apply(Change... changes) throws IOException {
    index.apply(List.of(changes), Map.of());
  }

  private static Filters filters(String words) {
    return Filters.NONE.withWords(words);
  }

  private List<String> found(String query) {
    return found(query, Sort.NEWEST);
  }

  private List<String> found(String query, Sort sort) {
    return paths(ask(filters(query), sort, 100, null, Stories.ALL));
  }

  private List<String> found(Filters filters) {
    return paths(ask(filters, Sort.NEWEST, 100, null, Stories.ALL));
  }

  private Hits ask(
      Filters filters, Sort sort, int limit, @Nullable Cursor cursor, Stories stories) {
    return index.search(
        new SearchRequest(new ArticleQuery(filters, sort, limit, cursor, stories), NOW));
  }

  private List<String> paths(Hits hits) {
    return ids(hits).stream().map(paths::get).toList();
  }

  private static List<String> ids(Hits hits) {
    return hits.items().stream().map(Hit::id).toList();
  }

  private Map<String, Integer> counts(Filters filters, Facet facet) {
    return index.facets(filters, 40).get(facet).values().stream()
        .collect(toMap(FacetValue::value, FacetValue::count));
  }

  private static List<String> marked(Excerpt excerpt) {
    return excerpt.segments().stream()
        .filter(Segment::marked)
        .map(Segment::text)
        .collect(Collectors.toList());
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }
}
