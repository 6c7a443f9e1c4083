package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.ingest.metrics.IngestMetrics;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Passes on articles whose words are new, and nothing of one that is taken down. Its records are
 * keyed by article id, not by host: an article may be reached by way of several hosts (a mobile
 * site, a link shortener, an import), and only one place can tell which of its versions are new.
 * For one stream thread.
 *
 * <p>That an article is taken down passes the same place: so the record without a value, which says
 * so on {@code keeling.articles}, comes behind all that was passed on, and nothing comes behind it.
 */
final class VersionFilter implements FixedKeyProcessor<String, ArticleEvent, Article> {

  /**
   * Versions of an article that are told apart. Chosen: a page that changes with every look is
   * forgotten beyond them, and an old version of it that is read again is passed on again.
   */
  private static final int MOST_VERSIONS = 64;

  static final String VERSIONS = "article-versions";

  private final IngestMetrics metrics;
  private FixedKeyProcessorContext<String, Article> context;
  private KeyValueStore<String, ArticleHistory> histories;

  VersionFilter(IngestMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Article> processorContext) {
    context = processorContext;
    histories = context.getStateStore(VERSIONS);
  }

  @Override
  public void process(FixedKeyRecord<String, ArticleEvent> record) {
    if (record.value() instanceof ArticleEvent.Decided decided) {
      decide(record, decided.removal());
    } else if (record.value() instanceof ArticleEvent.Read read) {
      read(record, read.article());
    }
  }

  /** Decided anew, the same is said again: an operator may repeat what did not arrive. */
  private void decide(FixedKeyRecord<String, ArticleEvent> record, Removal removal) {
    if (removal.removed()) {
      histories.put(record.key(), ArticleHistory.removed(removal.decidedAt()));
    } else {
      ArticleHistory history = histories.get(record.key());
      if (history != null && history.isRemoved()) {
        histories.delete(record.key());
      }
    }
    FixedKeyRecord<String, Article> said = record.withValue(null);
    HeaderValues.put(said.headers(), HeaderNames.REMOVAL, removal.decision());
    context.forward(said);
  }

  private void read(FixedKeyRecord<String, ArticleEvent> record, Article article) {
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
