package io.keeling.search.lucene.index;

import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.count.FrequentTerms;
import io.keeling.search.lucene.count.HashedValues;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes searchers that use every processor for one question, and prepares segments for counting
 * before anybody asks. Threads may share it.
 */
final class Searchers extends SearcherFactory implements AutoCloseable {

  /** Fields that have many values or are counted often, and are therefore prepared. */
  private static final List<String> COUNTED =
      List.of(Fields.TYPED_NAME, Fields.OUTLET, Fields.GRADED_TOPIC, Fields.COUNTRY);

  /**
   * How long an idle thread is kept. Within that time, the editor who searched usually searches
   * again.
   */
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final HashedValues values = new HashedValues();
  private final FrequentTerms completed = new FrequentTerms(Fields.COMPLETED);

  /**
   * One thread fewer than there are processors, since the thread of the request searches, too. It
   * also searches the parts for which no thread is free.
   */
  private final ExecutorService others =
      new ThreadPoolExecutor(
          0,
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Searchers::thread,
          (task, pool) -> task.run());

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "search");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs the parts of a search in parallel. Their time is charged to the request. */
  private final Executor pieces = piece -> others.execute(Budget.carriedWork(piece));

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      prepare(leaf.reader());
    }
    return new IndexSearcher(reader, pieces);
  }

  /** A searcher of the same reader that stops when the request has spent its budget. */
  IndexSearcher bounded(IndexSearcher plain) throws IOException {
    QueryTimeout budget =
        () -> {
          Budget.check(); // throws, with the reason
          return false;
        };
    IndexSearcher bounded =
        new IndexSearcher(
            ExitableDirectoryReader.wrap((DirectoryReader) plain.getIndexReader(), budget), pieces);
    bounded.setTimeout(budget);
    return bounded;
  }

  /** Prepares a segment for counting and completion; takes longer for larger segments. */
  void prepare(LeafReader segment) throws IOException {
    values.prepare(segment, COUNTED);
    completed.prepare(segment);
  }

  HashedValues values() {
    return values;
  }

  FrequentTerms completed() {
    return completed;
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
