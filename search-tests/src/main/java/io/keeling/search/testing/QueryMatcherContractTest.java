package io.keeling.search.testing;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.search.Change;
import io.keeling.search.IndexDirectory;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.SearchEngine;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchRequest;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.WritableIndex;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a matcher tells of each article the searches that the index of its engine finds it by. */
public abstract class QueryMatcherContractTest {

  private static final SearchSettings SETTINGS =
      new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());

  private static final List<EnrichedArticle> ARTICLES =
      List.of(
          article("coal", "Coal mines close", "The last coal mines of the valley are closed.")
              .topic("coal", 1)
              .country("DE", 0.9)
              .by("Ida Brandt")
              .make(),
          article("kohle", "Kohleausstieg", "Die Kohlekraftwerke werden abgeschaltet.")
              .in("de")
              .topic("coal", 1)
              .make(),
          article("wind", "Wind farms", "Offshore wind power grows in 2026, says the EPA.")
              .topic("wind-power", 1)
              .mention("coal", "coal")
              .country("DK", 0.5)
              .name("Mara Quill", NameType.PERSON)
              .from("gazette", "The Gazette")
              .make(),
          article("sport", "A match", "Nothing of it is about the climate.")
              .climate(ClimateGrade.NONE)
              .published("2025-01-01T00:00:00Z")
              .paid()
              .make(),
          article("un", "A summit", "Nations met.")
              .name("United Nations", NameType.ORGANIZATION)
              .make(),
          article("vent", "Éoliennes", "Les éoliennes de l’État tournent.").in("fr").make(),
          article("other", "Vindkraft", "Vindkraft i havet.").in("sv").story("s1", 2).make());

  private static final List<Filters> SEARCHES =
      List.of(
          Filters.NONE,
          words("coal"),
          words("mine closed"),
          words("\"coal mines\""),
          words("\"mines coal\""),
          words("Kohlekraftwerk"),
          words("wind -coal"),
          words("-coal"),
          words("offsh*"),
          words("coal or éolienne"),
          words("eoliennes"),
          words("vindkraft"),
          words("title:wind"),
          words("author:brandt"),
          words("name:quill"),
          words("name:UN"),
          words("name:\"Vereinte Nationen\""),
          words("topic:coal country:DE"),
          words("is:free"),
          words("is:corrected"),
          words("climate:none"),
          words("nowhere"),
          chosen(Facet.TOPIC, "coal"),
          chosen(Facet.TOPIC, "coal", "wind-power"),
          chosen(Facet.TOPIC, "coal").with(Facet.TOPIC_GRADE, List.of("mention")),
          chosen(Facet.TOPIC_GRADE, "mention"),
          chosen(Facet.CLIMATE, "main", "mention"),
          chosen(Facet.COUNTRY, "DE", "DK").withWords("wind"),
          chosen(Facet.NAME, "mara quill"),
          chosen(Facet.SOURCE, "gazette.example"),
          chosen(Facet.LANGUAGE, "de", "fr"),
          chosen(Facet.STORY, "s1"),
          Filters.NONE.within(Instant.parse("2026-01-01T00:00:00Z"), null),
          Filters.NONE.within(null, Instant.parse("2026-01-01T00:00:00Z")).withWords("match"));

  @TempDir Path directory;

  /** The engine under test, with its index in a directory. */
  protected abstract SearchEngine engine(Path directory, SearchSettings settings);

  private SearchEngine engine() {
    return engine(directory, SETTINGS);
  }

  @Test
  void findsForEachArticleTheSearchesThatTheIndexFindsItBy() throws Exception {
    Map<String, Filters> searches = new HashMap<>();
    SEARCHES.forEach(filters -> searches.put("s" + searches.size(), filters));
    SearchEngine engine = engine();
    try (IndexDirectory.Opened opened = engine.directory().open("");
        QueryMatcher matcher = engine.matcher(NameLabels.NONE)) {
      WritableIndex index = opened.index();
      index.apply(
          ARTICLES.stream().map(article -> (Change) new Change.Put(article)).toList(), Map.of());
      matcher.watch(searches);
      int found = 0;
      for (EnrichedArticle article : ARTICLES) {
        Set<String> expected = new TreeSet<>();
        searches.forEach(
            (id, filters) -> {
              if (finds(index, filters, article)) {
                expected.add(id);
              }
            });
        assertThat(new TreeSet<>(matcher.matches(article, false)))
            .as(article.article().title())
            .isEqualTo(expected);
        found += expected.size();
      }
      assertThat(found).isGreaterThan(40);
    }
  }

  @Test
  void anArticleThatWasCorrectedIsFoundAsSuch() throws Exception {
    try (QueryMatcher matcher = engine().matcher(NameLabels.NONE)) {
      matcher.watch(Map.of("corrected", words("coal is:corrected")));

      assertThat(matcher.matches(ARTICLES.get(0), false)).isEmpty();
      assertThat(matcher.matches(ARTICLES.get(0), true)).containsExactly("corrected");
    }
  }

  @Test
  void searchesComeAndGoWhileArticlesDo() throws Exception {
    try (QueryMatcher matcher = engine().matcher(NameLabels.NONE)) {
      assertThat(matcher.matches(ARTICLES.get(0), false)).isEmpty();

      matcher.watch(Map.of("a", words("coal"), "b", words("wind")));
      assertThat(matcher.matches(ARTICLES.get(0), false)).containsExactly("a");

      matcher.watch(Map.of("b", words("wind"), "c", words("valley")));
      assertThat(matcher.matches(ARTICLES.get(0), false)).containsExactly("c");
      assertThat(matcher.matches(ARTICLES.get(2), false)).containsExactly("b");
    }
  }

  @Test
  void whatIsNotUnderstoodKeepsNoOtherFromBeingFound() throws Exception {
    try (QueryMatcher matcher = engine().matcher(NameLabels.NONE)) {
      matcher.watch(Map.of("bad", words("(coal"), "good", words("coal")));

      assertThat(matcher.matches(ARTICLES.get(0), false)).containsExactly("good");
    }
  }

  @Test
  void aNameIsWhatArticlesCallItAlsoWhereTheyComeToCallItSo() throws Exception {
    EnrichedArticle written =
        article("us", "One", "Text.").known("U.S.", "United States", NameType.LOCATION).make();
    EnrichedArticle learnt =
        article("usa", "Two", "Text.").known("USA", "United States", NameType.LOCATION).make();
    Map<String, Filters> searches =
        Map.of("words", words("name:USA"), "chosen", chosen(Facet.NAME, "USA"));
    SearchEngine engine = engine();
    try (IndexDirectory.Opened opened = engine.directory().open("");
        QueryMatcher matcher = engine.matcher(opened.index()::meant)) {
      WritableIndex index = opened.index();
      matcher.watch(searches);
      assertThat(matcher.matches(written, false)).isEmpty();

      index.apply(List.of(new Change.Put(learnt), new Change.Put(written)), Map.of());
      matcher.learn();
      assertThat(matcher.matches(written, false)).containsExactlyInAnyOrder("words", "chosen");
      for (Filters filters : searches.values()) {
        assertThat(finds(index, filters, written)).isTrue();
      }
    }
  }

  @Test
  void namesThatCouldNotBeLearntAreLearntTheNextTime() throws Exception {
    EnrichedArticle written =
        article("us", "One", "Text.").known("U.S.", "United States", NameType.LOCATION).make();
    AtomicReference<String> meant = new AtomicReference<>("USA");
    AtomicInteger asked = new AtomicInteger();
    NameLabels failing =
        name -> {
          // It answers what was learnt, and fails where searches are looked for anew.
          if (meant.get().equals("United States") && asked.incrementAndGet() == 2) {
            throw new IllegalStateException("no");
          }
          return meant.get();
        };
    try (QueryMatcher matcher = engine().matcher(failing)) {
      matcher.watch(Map.of("us", words("name:USA")));
      assertThat(matcher.matches(written, false)).isEmpty();
      meant.set("United States");
      assertThatThrownBy(matcher::learn).hasMessage("no");
      assertThat(matcher.matches(written, false)).isEmpty();

      matcher.learn();

      assertThat(matcher.matches(written, false)).containsExactly("us");
    }
  }

  private static boolean finds(SearchIndex index, Filters filters, EnrichedArticle article) {
    return index
        .search(new SearchRequest(new ArticleQuery(filters, Sort.NEWEST, 100, null), Instant.now()))
        .items()
        .stream()
        .anyMatch(hit -> hit.id().equals(article.article().id()));
  }

  private static Filters words(String words) {
    return Filters.NONE.withWords(words);
  }

  private static Filters chosen(Facet facet, String... values) {
    return Filters.NONE.with(facet, List.of(values));
  }
}
