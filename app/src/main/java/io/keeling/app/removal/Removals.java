package io.keeling.app.removal;

import io.keeling.app.kafka.Kafka;
import io.keeling.contract.article.Article;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Finds articles in {@code keeling.articles} and writes takedown decisions to {@code
 * keeling.removals}, which ingest executes. Not for sharing between threads; every method throws
 * {@link org.apache.kafka.common.KafkaException} if the broker does not answer.
 */
public final class Removals {

  private final KafkaConnection kafka;
  private final Clock clock;

  public Removals(KafkaConnection kafka, Clock clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * An article that was found.
   *
   * @param url its canonical address
   * @param outlet the domain of its outlet
   * @param source the source that led to it
   */
  public record Found(String url, String outlet, String source) {}

  /** Returns the target's articles by id, in the order of the topic. */
  public Map<String, Found> find(ArticleTarget target) {
    return find(target::matches, new RemovedArticles());
  }

  /**
   * Returns the articles of some outlets that are neither among the decided articles nor taken
   * down.
   */
  public Map<String, Found> others(Set<String> outlets, Set<String> decided) {
    RemovedArticles removed = new RemovedArticles();
    Map<String, Found> others =
        find(
            article ->
                outlets.contains(ArticleTarget.outlet(article)) && !decided.contains(article.id()),
            removed);
    others.keySet().removeIf(removed::contains);
    return others;
  }

  private Map<String, Found> find(Predicate<Article> meant, RemovedArticles removed) {
    Map<String, Found> found = new LinkedHashMap<>();
    removed.read(
        kafka,
        (article, record) -> {
          if (meant.test(article)) {
            found.put(
                article.id(),
                new Found(
                    article.canonicalUrl(), ArticleTarget.outlet(article), article.source().id()));
          }
        });
    return found;
  }

  /** Writes a decision about each article; refuses a reason that is empty or too long. */
  public void decide(Map<String, Found> articles, boolean removed, String reason) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    articles.forEach(
        (id, found) ->
            records.add(record(new Removal(id, removed, reason, clock.instant(), found.url()))));
    Kafka.write(kafka, records);
  }

  private static ProducerRecord<String, byte[]> record(Removal removal) {
    String topic = Topics.REMOVALS.name();
    Headers headers = Kafka.newTrace();
    byte[] value = ContractSerdes.REMOVAL.serialize(topic, headers, removal);
    return new ProducerRecord<>(topic, null, removal.id(), value, headers);
  }
}
