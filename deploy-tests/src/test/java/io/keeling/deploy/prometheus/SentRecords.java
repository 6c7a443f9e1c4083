package io.keeling.deploy.prometheus;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records that are a fault, or that one comes of. Not for sharing between threads. */
final class SentRecords implements AutoCloseable {

  private static final byte[] KEY = {1};
  private static final byte[] RUBBISH = {'{'};

  private static final String TEXT =
      """
      The sea wall of the lower quarter held through the night, although the water stood a hand \
      below its edge. Engineers measured it every hour until the wind turned at five.

      The council will decide in spring whether to raise it by a metre, which the harbour board \
      has asked for since the storm of two winters ago. Scientists say that such floods come \
      three times as often as they did, because the climate has warmed and the sea with it.

      Residents who had carried their furniture upstairs were told at noon that they could go \
      home. The school and the ferry open again tomorrow, while the market stays closed until \
      the insurers have seen what the rain did to its roof.
      """;

  private static final String NAMES =
      "Paris London Springfield Berlin Georgia Washington ".repeat(12_500);

  private final KafkaConnection kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private int articles;

  SentRecords(KafkaConnection kafka) {
    this.kafka = kafka;
    this.producer = producer(Map.of());
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> further) {
    Map<String, Object> properties = new LinkedHashMap<>(kafka.clientProperties());
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    properties.putAll(further);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends records that nobody can read. */
  void rubbish(String topic, int records) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      sent.add(producer.send(new ProducerRecord<>(topic, KEY, RUBBISH)));
    }
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  /** Sends pages with nothing on them. */
  void emptyPages(int number) {
    for (int i = 0; i < number; i++) {
      Page page =
          Page.builder(
                  "https://sent.example/empty/" + i,
                  FetchPurpose.ARTICLE,
                  "sent",
                  Instant.now(),
                  "trace-" + i)
              .outcome(FetchOutcome.FETCHED, 200)
              .body("text/html", new byte[0])
              .build();
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.PAGES.name(),
                  null,
                  "sent.example".getBytes(StandardCharsets.UTF_8),
                  page.body(),
                  page.headers()));
    }
    producer.flush();
  }

  /** Sends articles whose pages are of some time ago. */
  void lateArticles(int number, Duration late) throws Exception {
    for (int i = 0; i < number; i++) {
      article(TEXT, "en", Instant.now().minus(late));
    }
  }

  /** Sends an article that takes many seconds to tag: in German, names without a word between. */
  void endlessNames() throws Exception {
    article(NAMES, "de", Instant.now());
  }

  private void article(String text, String language, Instant written) throws Exception {
    Outlet outlet = new Outlet("sent", "Sent", "sent.example");
    Article article =
        Article.of(
            "https://sent.example/" + articles++, outlet, "The wall held", text, language, written);
    byte[] value =
        Objects.requireNonNull(ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    byte[] key = article.id().getBytes(StandardCharsets.UTF_8);
    producer
        .send(
            new ProducerRecord<>(Topics.ARTICLES.name(), null, written.toEpochMilli(), key, value))
        .get();
  }

  /** Begins a transaction on a topic, which ends when what comes back is closed. */
  AutoCloseable openTransaction(String topic) throws Exception {
    KafkaProducer<byte[], byte[]> other =
        producer(
            Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "nobody",
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                600_000));
    other.initTransactions();
    other.beginTransaction();
    other.send(new ProducerRecord<>(topic, KEY, RUBBISH)).get();
    return () -> {
      other.abortTransaction();
      other.close();
    };
  }

  @Override
  public void close() {
    producer.close();
  }
}
