package io.keeling.app.removal;

import io.keeling.app.kafka.KafkaRecords;
import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers which articles are taken down, given the records of {@code keeling.articles} in order.
 * For one thread.
 */
public final class RemovedArticles {

  private final Set<String> removed = new HashSet<>();

  /** Reads {@code keeling.articles} to its end, and passes on each article with its record. */
  public void read(
      KafkaConnection kafka, BiConsumer<Article, ConsumerRecord<byte[], byte[]>> articles) {
    KafkaRecords.forEach(
        kafka,
        Topics.ARTICLES,
        record -> {
          see(record);
          Article article = KafkaRecords.value(ContractSerdes.ARTICLE, record);
          if (article != null) {
            articles.accept(article, record);
          }
        });
  }

  private void see(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null || record.key() == null) {
      return;
    }
    String id = new String(record.key(), StandardCharsets.UTF_8);
    String decision = String.valueOf(HeaderValues.get(record.headers(), HeaderNames.REMOVAL));
    if (decision.equals(Removal.REMOVED)) {
      removed.add(id);
    } else if (decision.equals(Removal.RESTORED)) {
      removed.remove(id);
    }
  }

  public boolean contains(String id) {
    return removed.contains(id);
  }
}
