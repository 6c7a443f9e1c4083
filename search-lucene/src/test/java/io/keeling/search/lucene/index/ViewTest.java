package io.keeling.search.lucene.index;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.budget.Budget;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.field.FieldAnalyzer;
import io.keeling.search.query.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who ask the same at the same time. */
class ViewTest {

  private static final Filters HARBOUR = Filters.NONE.withWords("harbour");
  private static final Set<Thread.State> WAITS_OR_HAS_ENDED =
      EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED);

  private final Directory directory = new ByteBuffersDirectory();
  private final Searchers searchers = new Searchers();
  private DirectoryReader reader;
  private View view;

  @BeforeEach
  void open() throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new FieldAnalyzer()))) {
      writer.addDocument(
          ArticleDocument.of(article("one", "A harbour", "Of a harbour.").make(), false));
    }
    reader = DirectoryReader.open(directory);
    IndexSearcher plain = searchers.newSearcher(reader, null);
    view =
        new View(
            plain,
            searchers.bounded(plain),
            searchers.values(),
            LuceneSettings.of(
                new SearchSettings(
                    new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of())));
  }

  @AfterEach
  void close() throws IOException {
    searchers.close();
    reader.close();
    directory.close();
  }

  @Test
  void theFirstLooksAtItsOwnCostThoughTheOtherIsQuicker() throws Exception {
    // given one who is about to look
    AtomicReference<Thread> looked = new AtomicReference<>();
    FutureTask<FilteredArticles> first =
        view.begun(
            HARBOUR,
            new FutureTask<>(
                () -> {
                  looked.set(Thread.currentThread());
                  return view.find(Filters.NONE);
                }));

    // when another asks
    FutureTask<FilteredArticles> second = second();

    // then that one waits
    assertThat(second.isDone()).isFalse();
    first.run();
    assertThat(looked).hasValue(Thread.currentThread());
    assertThat(second.get()).isSameAs(first.get());
  }

  @Test
  void oneIsNotRefusedWhatTheOtherIs() throws Exception {
    Budgets none = new Budgets(Duration.ZERO, new SimpleMeterRegistry());
    FutureTask<FilteredArticles> first =
        view.begun(
            HARBOUR,
            new FutureTask<>(
                () ->
                    none.within(
                        () -> {
                          try (Budget.Question spent = Budget.question()) {
                            throw new AssertionError("it was not refused");
                          }
                        })));
    FutureTask<FilteredArticles> second = second();

    first.run();

    assertThat(second.get().all().size()).isEqualTo(1);
  }

  private FutureTask<FilteredArticles> second() {
    FutureTask<FilteredArticles> second = new FutureTask<>(() -> view.find(HARBOUR));
    Thread thread = new Thread(second);
    thread.start();
    await().until(() -> WAITS_OR_HAS_ENDED.contains(thread.getState()));
    return second;
  }
}
