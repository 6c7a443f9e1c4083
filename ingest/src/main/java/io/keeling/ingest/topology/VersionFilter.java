package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.ingest.metrics.IngestMetrics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes new versions of articles, and nothing of an article that is taken down. Its records are
 * keyed by article id, not by host. An article may be reached through several hosts (a mobile site,
 * a link shortener, an import), and only one place can tell which versions are new. Used by one
 * stream thread only.
 *
 * <p>Decisions to take an article down pass through this class too, so that the tombstone in {@code
 * keeling.articles} comes after all published versions, and no version comes after it.
 */
final class VersionFilter implements Processor<String, ArticleEvent, String, Article> {

  /**
   * Maximum number of versions remembered of an article. If a page changes at every fetch, a
   * version older than these may be published again.
   */
  private static final int MOST_VERSIONS = 64;

  static final String VERSIONS = "article-versions";

  private final IngestMetrics metrics;
  private ProcessorContext<String, Article> context;
  private KeyValueStore<String, ArticleHistory> histories;

  VersionFilter(IngestMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Article> processorContext) {
    context = processorContext;
    histories = context.getStateStore(VERSIONS);
  }

  @Override
  public void process(Record<String, ArticleEvent> record) {
    record.value().handle(article -> read(record, article), removal -> decide(record, removal));
  }

  /**
   * Applies a decision to take down or restore an article, and sends a tombstone. A repeated
   * decision sends the tombstone again, in case the first did not arrive.
   */
  private void decide(Record<String, ArticleEvent> record, Removal removal) {
    if (removal.removed()) {
      histories.put(record.key(), ArticleHistory.removed(removal.decidedAt()));
    } else {
      ArticleHistory history = histories.get(record.key());
      if (history != null && history.isRemoved()) {
        histories.delete(record.key());
      }
    }
    Record<String, Article> tombstone = record.withValue(null);
    HeaderValues.put(tombstone.headers(), HeaderNames.REMOVAL, removal.decision());
    context.forward(tombstone);
  }

  private void read(Record<String, ArticleEvent> record, Article article) {
    ArticleHistory history = histories.get(record.key());
    if (history != null && history.isRemoved()) {
      metrics.article("removed");
      return;
    }
    if (history != null && !history.isNews(article.version(), article.fetchedAt())) {
      metrics.article("unchanged");
      return;
    }
    histories.put(
        record.key(),
        history == null
            ? ArticleHistory.first(article.version(), article.fetchedAt())
            : history.with(article.version(), article.fetchedAt(), MOST_VERSIONS));
    metrics.article(history == null ? "new" : "changed");
    context.forward(record.withValue(article));
  }
}
