package io.keeling.search.lucene.index;

import io.keeling.search.Change;
import io.keeling.search.Completion;
import io.keeling.search.FacetValues;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.Marker;
import io.keeling.search.Scan;
import io.keeling.search.ScoreExplanation;
import io.keeling.search.SearchRequest;
import io.keeling.search.WritableIndex;
import io.keeling.search.language.FieldName;
import io.keeling.search.lucene.field.FieldAnalyzer;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index on disk that one thread writes to, and any threads ask. {@link #apply}, {@link #commit}
 * and {@link #close} are for that one thread.
 */
public final class LuceneIndex implements WritableIndex {

  /**
   * Documents in memory before they go to disk, in megabytes; a commit brings them there as well.
   */
  private static final double BUFFER_MEGABYTES = 48;

  /**
   * Processors share a question by segments, so one segment with most of the articles would leave
   * one processor with most of the work. Chosen: about 200,000 articles.
   */
  private static final double LARGEST_SEGMENT_MEGABYTES = 400;

  /**
   * A word stands for as many terms as there are languages and fields, and other ways to write it.
   */
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

  /**
   * Opens an index to write to, or begins one.
   *
   * @param clock tells how long it may stand still
   * @throws IOException if it is damaged, of a format that Lucene does not know, or open elsewhere
   */
  public static LuceneIndex open(Path path, Clock clock, LuceneSettings settings)
      throws IOException {
    Directory directory = FSDirectory.open(path);
    Searchers searchers = new Searchers();
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(new FieldAnalyzer())
              .setOpenMode(OpenMode.CREATE_OR_APPEND)
              .setCommitOnClose(false)
              // While segments are merged, so that what comes meanwhile need not wait for it.
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

  /** Whether it is a view of a topic; one that has read nothing yet becomes it. */
  boolean follows(String topicId) {
    if (data.topic().isEmpty()) {
      data = data.of(topicId);
    }
    return data.topic().equals(topicId);
  }

  /** Whether it had caught up with its topic once. */
  public boolean complete() {
    return data.complete();
  }

  /** It has caught up; the next commit says so. */
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
  public Hits search(SearchRequest request) {
    return reader.search(request);
  }

  @Override
  public Scan scan(SearchRequest request) {
    return reader.scan(request);
  }

  @Override
  public Map<Facet, FacetValues> facets(Filters filters, int most) {
    return reader.facets(filters, most);
  }

  @Override
  public Map<Facet, FacetValues> together(Filters filters, int most) {
    return reader.together(filters, most);
  }

  @Override
  public Map<String, Integer> counts(Filters filters, Facet facet, Collection<String> values) {
    return reader.counts(filters, facet, values);
  }

  @Override
  public List<Hit> mostTold(Filters filters, int most) {
    return reader.mostTold(filters, most);
  }

  @Override
  public Map<String, List<String>> tellings(Filters filters, Collection<String> stories, int most) {
    return reader.tellings(filters, stories, most);
  }

  @Override
  public SortedMap<LocalDate, Integer> days(Filters filters) {
    return reader.days(filters);
  }

  @Override
  public Optional<String> suggest(Filters filters) {
    return reader.suggest(filters);
  }

  @Override
  public List<Completion> complete(String beginning, Set<FieldName> of, int most) {
    return reader.complete(beginning, of, most);
  }

  @Override
  public String meant(String name) {
    return reader.meant(name);
  }

  @Override
  public Optional<ScoreExplanation> explain(Filters filters, String id) {
    return reader.explain(filters, id);
  }

  @Override
  public Marker marker(Filters filters, String language) {
    return reader.marker(filters, language);
  }

  @Override
  public List<String> among(Filters filters, Collection<String> ids) {
    return reader.among(filters, ids);
  }

  @Override
  public Map<String, Integer> revisions(Collection<String> ids) {
    return reader.revisions(ids);
  }

  @Override
  public Map<String, Instant> moments(Collection<String> ids) {
    return reader.moments(ids);
  }

  @Override
  public int size() {
    return reader.size();
  }

  /** Forgets what was found, so that the next question is answered anew; for benchmarks. */
  public void forget() {
    reader.forget();
  }

  /** Closes it; what was not committed is lost. */
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
