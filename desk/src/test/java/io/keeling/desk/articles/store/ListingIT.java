package io.keeling.desk.articles.store;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.database.Database;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.Change;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.WritableIndex;
import io.keeling.search.budget.Budget;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.index.LuceneIndex;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import io.keeling.search.testing.ArticleMaker;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is made of articles that were found. */
@ExtendWith(Desks.class)
class ListingIT {

  /** As many as can have a turn at a time, and one more. */
  private static final int MANY = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** For what happens at once on an idle machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningDesk desk;
  private Database database;
  private WritableIndex index;

  @BeforeEach
  void open(RunningDesk empty, @TempDir Path directory) throws Exception {
    desk = empty;
    DatabaseConfig usual = desk.database();
    DatabaseConfig patient =
        new DatabaseConfig(usual.url(), usual.user(), null, null, usual.connectTimeout(), PATIENCE);
    database = Database.open(patient, MANY + 1, PATIENCE, new SimpleMeterRegistry());
    index =
        LuceneIndex.open(
            directory,
            Clock.systemUTC(),
            LuceneSettings.of(
                new SearchSettings(
                    new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of())));
  }

  @AfterEach
  void close() throws Exception {
    index.close();
    database.close();
  }

  @Test
  void whoWaitsForTheDatabaseHoldsNoTurn() throws Exception {
    // given requests that list so many articles that it takes long
    ArticleQuery every = query(ArticleQuery.MOST);
    EnrichedArticle[] articles =
        IntStream.range(0, ArticleQuery.MOST)
            .mapToObj(i -> article("many-" + i, "A harbour", "Of a harbour.").make())
            .toArray(EnrichedArticle[]::new);
    store(articles);
    Budgets budgets = new Budgets(PATIENCE, new SimpleMeterRegistry());
    ArticleStore store = new ArticleStore(database, index);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<ArticleListing>> listed = new ArrayList<>();
    try (Connection other = RunningDesk.dataSource(desk.database().url()).getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE article IN ACCESS EXCLUSIVE MODE");

      // when all of them wait for the database
      for (int i = 0; i < MANY; i++) {
        listed.add(threads.submit(() -> budgets.within(() -> store.list(every))));
      }
      await().atMost(PATIENCE).until(() -> waiting() >= Math.max(1, MANY - 1));

      // then it is the turn of one who does not need it
      boolean took =
          budgets.within(
              () -> {
                try (Budget.Question question = Budget.question()) {
                  Budget.takesLong();
                  return true;
                }
              });
      assertThat(took).isTrue();
      other.rollback();
      for (Future<ArticleListing> each : listed) {
        assertThat(each.get().items()).hasSize(ArticleQuery.MOST);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatHasNoDateHasTheDayItWasFirstSeenOnHoweverItIsAskedFor() {
    // given one that was fetched again later
    store(undated("2026-11-20T12:00:00Z", "Who we are.").make());
    EnrichedArticle again = undated("2026-11-24T12:00:00Z", "Who we were.").revision(2).make();
    desk.archive().correct(again);
    apply(again);
    Instant seen = Instant.parse("2026-11-20T12:00:00Z");

    // then
    assertThat(new ArticleStore(database, index).list(query(10)).items())
        .extracting(ListedArticle::sortedAt)
        .containsExactly(seen);
    assertThat(new ArrivalStore(database, index).among(Filters.NONE, List.of(again.article().id())))
        .extracting(ListedArticle::sortedAt)
        .containsExactly(seen);
  }

  private static ArticleMaker undated(String found, String text) {
    return article("about", "About us", text).undated(found);
  }

  private static ArticleQuery query(int limit) {
    return new ArticleQuery(Filters.NONE, Sort.NEWEST, limit, null, Stories.ALL);
  }

  private void store(EnrichedArticle... articles) {
    desk.archive().clear();
    desk.archive().store(articles);
    apply(articles);
  }

  private void apply(EnrichedArticle... articles) {
    try {
      List<Change> changes = new ArrayList<>();
      for (EnrichedArticle each : articles) {
        changes.add(new Change.Put(each));
      }
      index.apply(changes, Map.of());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** How many statements wait for a lock. */
  private long waiting() {
    return desk.archive()
        .count(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'");
  }
}
