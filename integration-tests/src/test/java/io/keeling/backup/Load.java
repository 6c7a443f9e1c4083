package io.keeling.backup;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes articles as ingest does, in transactions, some of which are taken back, until it is
 * closed.
 */
final class Load implements AutoCloseable {

  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");

  /** Articles that get version after version; no multiple of how often one is taken back. */
  private static final int ARTICLES = 11;

  private final KafkaConnection kafka;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger committed = new AtomicInteger();
  private final CompletableFuture<Void> writing;

  Load(KafkaConnection kafka) {
    this.kafka = kafka;
    this.writing = CompletableFuture.runAsync(this::write);
  }

  /** How many records were written so far and not taken back. */
  int committed() {
    return committed.get();
  }

  private void write() {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put("transactional.id", "load");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int round = 0; !over.get(); round++) {
        boolean takenBack = round % 4 == 3;
        String words = takenBack ? "Nobody was to read this." : "This is wording " + round + ".";
        producer.beginTransaction();
        var unused = producer.send(record(article(round % ARTICLES, words, round)));
        producer.flush();
        if (takenBack) {
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
          committed.incrementAndGet();
        }
      }
    }
  }

  static Article article(int number, String words, int minute) {
    String url = "https://gazette.example/report-" + number;
    // Words of each article's own, so that none tells the story of another.
    String own =
        new Random(number)
            .ints(120, 0, 1_000_000)
            .mapToObj(word -> "w" + Integer.toString(word, 36))
            .collect(Collectors.joining(" "));
    String text =
        "Climate change makes the glaciers above Bern melt, John Berger said in Geneva. %s. %s"
            .formatted(own, words);
    return Article.of(
        url,
        new Outlet("gazette", "Gazette", "gazette.example"),
        "Glacier " + number,
        text,
        "en",
        MORNING.plusSeconds(60L * minute));
  }

  static ProducerRecord<byte[], byte[]> record(Article article) {
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.ARTICLES.name(),
            null,
            article.fetchedAt().toEpochMilli(),
            article.id().getBytes(StandardCharsets.UTF_8),
            value);
    HeaderValues.put(record.headers(), HeaderNames.SCHEMA, "article/1");
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-" + article.version());
    return record;
  }

  @Override
  public void close() {
    over.set(true);
    writing.join();
  }
}
