package io.keeling.search.lucene.index;

import io.keeling.search.Change;
import io.keeling.search.ForwardingIndex;
import io.keeling.search.SearchIndex;
import io.keeling.search.WritableIndex;
import io.keeling.search.lucene.field.FieldAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index on disk. One thread writes to it and calls {@link #apply}, {@link #commit} and {@link
 * #close}; any thread may search it.
 */
public final class LuceneIndex extends ForwardingIndex implements WritableIndex {

  /** Maximum size of the documents buffered in memory before they are written to disk, in MB. */
  private static final double BUFFER_MEGABYTES = 48;

  /**
   * Size of the largest segment, in MB. It holds about 200,000 articles, so that a large index has
   * several segments, which processors search in parallel.
   */
  private static final double LARGEST_SEGMENT_MEGABYTES = 400;

  /** Maximum number of clauses in a query: one for each language, field and spelling of a word. */
  private static final int MOST_CLAUSES = 32_768;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final Directory directory;
  private final IndexWriter writer;
  private final LuceneReader reader;
  private final ArticleChanges changes;
  private final Clock clock;
  private CommitData data;

  private LuceneIndex(
      Directory directory, IndexWriter writer, LuceneReader reader, Clock clock, CommitData data) {
    this.directory = directory;
    this.writer = writer;
    this.reader = reader;
    this.changes = new ArticleChanges(writer, reader);
    this.clock = clock;
    this.data = data;
  }

  /** Opens an index for writing, or creates one. */
  public static LuceneIndex open(Path path, Clock clock, LuceneSettings settings)
      throws IOException {
    Directory directory = FSDirectory.open(path);
    Searchers searchers = new Searchers();
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(new FieldAnalyzer())
              .setOpenMode(OpenMode.CREATE_OR_APPEND)
              .setCommitOnClose(false)
              // Prepares merged segments during the merge, so that new articles do not wait for it.
              .setMergedSegmentWarmer(searchers::prepare)
              .setRAMBufferSizeMB(BUFFER_MEGABYTES)
              .setMergePolicy(
                  new TieredMergePolicy().setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES));
      IndexWriter writer = new IndexWriter(directory, config);
      CommitData data = data(writer);
      return new LuceneIndex(
          directory, writer, LuceneReader.of(writer, searchers, settings), clock, data);
    } catch (IOException | RuntimeException e) {
      searchers.close();
      directory.close();
      throw e;
    }
  }

  private static CommitData data(IndexWriter writer) {
    @Nullable Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    Map<String, String> committed = new HashMap<>();
    if (live != null) {
      live.forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
    }
    return committed.isEmpty() ? CommitData.begun() : CommitData.read(committed);
  }

  @Override
  public Map<Integer, Long> offsets() {
    return data.offsets();
  }

  /** Whether this is an index of the topic. A new index becomes an index of the topic. */
  boolean follows(String topicId) {
    if (data.topic().isEmpty()) {
      data = data.of(topicId);
    }
    return data.topic().equals(topicId);
  }

  /** Whether the index has ever caught up with its topic. */
  public boolean complete() {
    return data.complete();
  }

  /** Marks the index as complete, with the next commit. */
  public void caughtUp() {
    data = data.caughtUp();
  }

  @Override
  public void apply(List<Change> batch, Map<Integer, Long> next) throws IOException {
    changes.apply(batch);
    data = data.at(next);
    reader.refresh();
  }

  @Override
  public void commit() throws IOException {
    data = data.followedUntil(clock.instant());
    writer.setLiveCommitData(data.write().entrySet());
    writer.commit();
  }

  @Override
  protected <T> T ask(Function<SearchIndex, T> question) {
    return question.apply(reader);
  }

  /** Drops cached results, for benchmarks. */
  public void forget() {
    reader.forget();
  }

  /** Closes the index; what was not committed is lost. */
  @Override
  public void close() throws IOException {
    try {
      reader.close();
      writer.rollback();
    } finally {
      directory.close();
    }
  }
}
