package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * Rereads versions from {@code keeling.articles}, which keeps all versions for ever. For one
 * thread.
 */
public interface ArticleArchive extends AutoCloseable {

  /**
   * The version at an offset; null if the topic no longer holds it.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  @Nullable Article read(int partition, long offset);

  @Override
  void close();
}
