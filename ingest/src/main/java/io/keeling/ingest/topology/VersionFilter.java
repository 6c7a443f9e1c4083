package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.ingest.metrics.IngestMetrics;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Passes on articles whose words are new. Its records are keyed by article id, not by host: an
 * article may be reached by way of several hosts (a mobile site, a link shortener, an import), and
 * only one place can tell which of its versions are new. For one stream thread.
 */
final class VersionFilter implements FixedKeyProcessor<String, Article, Article> {

  static final String VERSIONS = "article-versions";

  private final IngestMetrics metrics;
  private final int most;
  private FixedKeyProcessorContext<String, Article> context;
  private KeyValueStore<String, ArticleHistory> histories;

  /**
   * @param most versions of an article that are told apart
   */
  VersionFilter(IngestMetrics metrics, int most) {
    this.metrics = metrics;
    this.most = most;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Article> processorContext) {
    context = processorContext;
    histories = context.getStateStore(VERSIONS);
  }

  @Override
  public void process(FixedKeyRecord<String, Article> record) {
    Article article = record.value();
    ArticleHistory history = histories.get(record.key());
    if (history != null && !history.isNews(article.version(), article.fetchedAt())) {
      metrics.article("unchanged");
      return;
    }
    histories.put(
        record.key(),
        history == null
            ? ArticleHistory.first(article.version(), article.fetchedAt())
            : history.with(article.version(), article.fetchedAt(), most));
    metrics.article(history == null ? "new" : "changed");
    context.forward(record);
  }
}
