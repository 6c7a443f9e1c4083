package io.keeling.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading a topic to its end, with a broker that goes away. */
class TopicScanIT {

  private static final String TOPIC = Topics.ARTICLES.name();

  @TempDir Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aScanWhoseBrokerGoesAwayEnds() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(directory);
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    fill(connection);
    try (TopicScan whole = new TopicScan(connection, TOPIC, Instant.EPOCH);
        TopicScan cut = new TopicScan(connection, TOPIC, Instant.EPOCH, Duration.ofSeconds(2))) {
      assertThat(whole).toIterable().hasSize(1);

      kafka.close();

      assertThatThrownBy(cut::hasNext)
          .isInstanceOf(KafkaException.class)
          .hasMessage("no further record of keeling.articles arrived within PT2S");
    } finally {
      kafka.close();
    }
  }

  private static void fill(KafkaConnection connection) throws Exception {
    try (Admin admin = Admin.create(connection.clientProperties());
        Producer<byte[], byte[]> producer =
            new KafkaProducer<>(
                connection.clientProperties(),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      new TopicCreator(admin).ensure(List.of(Topics.ARTICLES), 1, Optional.empty());
      producer.send(new ProducerRecord<>(TOPIC, new byte[] {1})).get();
    }
  }
}
