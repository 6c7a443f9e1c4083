package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.database.BatchStore;
import io.keeling.sink.database.StoreOutcome.Stored;
import io.keeling.sink.reading.RecordReading;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.storage.Migrations;
import io.keeling.verifier.check.Verifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page is fetched at a nanosecond and PostgreSQL keeps microseconds: the killing test's verifier
 * takes whatever PostgreSQL makes of the time, and nothing else.
 */
class FetchTimesIT {

  private static final Instant SECOND = Instant.parse("2026-11-27T15:07:20Z");

  /** In the middle between two microseconds PostgreSQL takes the even one: down, up, down, up. */
  private static final List<Integer> NANOS =
      List.of(500, 1_500, 123_456_500, 123_457_500, 123_456_499, 123_456_501, 999_999_500, 0);

  private static final TopicPartition PARTITION = new TopicPartition(Topics.ENRICHED.name(), 0);

  @TempDir Path directory;

  @Test
  void aTimeBetweenTwoMicrosecondsIsWhatPostgresqlMakesOfIt() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        EmbeddedDatabase postgres = EmbeddedDatabase.start(directory.resolve("postgres"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      List<EnrichedArticle> articles =
          NANOS.stream().map(nanos -> enriched(SECOND.plusNanos(nanos))).toList();
      publish(connection, articles);
      store(postgres, articles);
      Verifier verifier =
          new Verifier(
              connection.clientProperties(), postgres.jdbcUrl(), EmbeddedDatabase.USER, "");
      List<List<Article>> served =
          NANOS.stream().map(nanos -> List.of(article(nanos, Instant.EPOCH))).toList();

      assertThat(verifier.verify(1, 0, served).findings()).isEmpty();

      String id = article(NANOS.get(0), Instant.EPOCH).id();
      for (String other : List.of("1 microsecond", "-1 microsecond")) {
        update(postgres, "fetched_at = fetched_at + interval '" + other + "'", id);

        assertThat(verifier.verify(1, 0, served).findings())
            .containsExactly("article: other time in the row of " + id);

        update(postgres, "fetched_at = fetched_at - interval '" + other + "'", id);
      }
    }
  }

  private static EnrichedArticle enriched(Instant fetchedAt) {
    Article article = article(fetchedAt.getNano(), fetchedAt);
    return new EnrichedArticle(
        article,
        1,
        List.of(),
        List.of(),
        new Climate(ClimateGrade.NONE, 0, List.of()),
        List.of(),
        new Story(article.id(), true, 1),
        new Enrichment("1", List.of()));
  }

  private static Article article(int number, Instant fetchedAt) {
    String url = "https://press.example/news/" + number;
    Outlet outlet = new Outlet("press", "Press", "press.example");
    return Article.of(url, outlet, "Press number " + number, "Words.", "en", fetchedAt);
  }

  private static void publish(KafkaConnection kafka, List<EnrichedArticle> articles)
      throws Exception {
    try (Admin admin = Admin.create(kafka.clientProperties());
        Producer<String, byte[]> producer =
            new KafkaProducer<>(
                kafka.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty());
      for (EnrichedArticle each : articles) {
        Article article = each.article();
        String topic = Topics.ARTICLES.name();
        Headers headers = traced(article);
        byte[] value = ContractSerdes.ARTICLE.serialize(topic, headers, article);
        producer.send(new ProducerRecord<>(topic, null, article.id(), value, headers)).get();
        topic = Topics.ENRICHED.name();
        headers = traced(article);
        value = ContractSerdes.ENRICHED_ARTICLE.serialize(topic, headers, each);
        producer.send(new ProducerRecord<>(topic, null, article.id(), value, headers)).get();
      }
    }
  }

  private static Headers traced(Article article) {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, trace(article));
    return headers;
  }

  private static String trace(Article article) {
    return "trace-" + article.id();
  }

  /** As the sink does. */
  private static void store(EmbeddedDatabase postgres, List<EnrichedArticle> articles)
      throws Exception {
    Migrations.apply(postgres.dataSource());
    List<RecordReading> readings = new ArrayList<>();
    for (EnrichedArticle each : articles) {
      byte[] json = ContractSerdes.ENRICHED_ARTICLE.serialize(Topics.ENRICHED.name(), each);
      readings.add(new Store(each, json, trace(each.article())));
    }
    try (BatchStore store = new BatchStore(postgres.dataSource())) {
      Map<TopicPartition, Long> start = store.offsets(List.of(PARTITION));
      Map<TopicPartition, Long> next = Map.of(PARTITION, (long) articles.size());
      assertThat(store.store(WritePlan.of(readings), start, next))
          .isEqualTo(new Stored(articles.size()));
    }
  }

  private static void update(EmbeddedDatabase postgres, String what, String id) throws Exception {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE article SET " + what + " WHERE id = '" + id + "'"))
          .isOne();
    }
  }
}
