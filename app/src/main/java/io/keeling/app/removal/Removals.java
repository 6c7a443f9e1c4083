package io.keeling.app.removal;

import io.keeling.app.kafka.TopicScan;
import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles in {@code keeling.articles} and writes what was decided about them to {@code
 * keeling.removals}, from where ingest carries it on. Not for sharing between threads; every method
 * throws {@link org.apache.kafka.common.KafkaException} if the broker does not answer.
 */
public final class Removals {

  /** How long closing waits for what has not been sent. Chosen. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

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

  /**
   * The articles that are meant, by id, in the order of the topic. Reads all of {@code
   * keeling.articles}.
   */
  public Map<String, Found> find(ArticleTarget target) {
    return find(target::matches, new RemovedArticles());
  }

  /**
   * The articles of some outlets that are not among those decided about, nor taken down already.
   * Reads all of {@code keeling.articles}.
   *
   * @param outlets their domains
   * @param decided ids
   */
  public Map<String, Found> others(Set<String> outlets, Set<String> decided) {
    RemovedArticles removed = new RemovedArticles();
    Map<String, Found> others =
        find(
            article ->
                outlets.contains(article.source().domain()) && !decided.contains(article.id()),
            removed);
    others.keySet().removeIf(removed::contains);
    return others;
  }

  private Map<String, Found> find(Predicate<Article> meant, RemovedArticles removed) {
    Map<String, Found> found = new LinkedHashMap<>();
    try (TopicScan scan = new TopicScan(kafka, Topics.ARTICLES.name(), null)) {
      scan.forEachRemaining(
          record -> {
            removed.see(record);
            Article article = read(record);
            if (article != null && meant.test(article)) {
              found.put(
                  article.id(),
                  new Found(
                      article.canonicalUrl(), article.source().domain(), article.source().id()));
            }
          });
    }
    return found;
  }

  private static @Nullable Article read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return ContractSerdes.ARTICLE.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return null; // a dead letter of enrich's
    }
  }

  /**
   * Writes a decision about each of some articles.
   *
   * @param articles by id
   * @param removed true to take them down, false to let them come again
   * @throws IllegalArgumentException if the reason is empty or too long
   */
  public void decide(Map<String, Found> articles, boolean removed, String reason) {
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer());
    try {
      articles.forEach(
          (id, found) ->
              answers.add(
                  producer.send(
                      record(new Removal(id, removed, reason, clock.instant(), found.url())))));
      producer.flush();
    } finally {
      producer.close(CLOSING);
    }
    answers.forEach(KafkaFutures::get);
  }

  private static ProducerRecord<String, byte[]> record(Removal removal) {
    String topic = Topics.REMOVALS.name();
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
    byte[] value = ContractSerdes.REMOVAL.serialize(topic, headers, removal);
    return new ProducerRecord<>(topic, null, removal.id(), value, headers);
  }
}
