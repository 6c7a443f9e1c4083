package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.app.kafka.Kafka;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of Kafka that shows a certificate where the others have a password. */
class CertificateClientIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;

  @Test
  void aClientWithACertificateInsteadOfAPasswordIsKnownByItsName() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create(directory.resolve("authority"));
    try (SecuredKafka kafka = SecuredKafka.start(directory.resolve("kafka"), authority)) {
      new TopicCreator(kafka.admin()).ensure(List.of(Topics.ARTICLES), 2, Optional.empty());
      Map<String, String> properties =
          Map.of(
              "security.protocol", "SSL",
              "ssl.truststore.type", "PEM",
              "ssl.truststore.location", authority.certificate().toString(),
              "ssl.keystore.type", "PEM",
              "ssl.keystore.location", authority.issue("reader").both().toString());
      KafkaConnection reader = new KafkaConnection(kafka.certificateListener(), properties);

      assertThat(Kafka.reachable(reader)).isEqualTo(reader);
      assertThatThrownBy(() -> endOffset(reader, Topics.ARTICLES.name()))
          .isInstanceOf(TopicAuthorizationException.class);
      kafka.allow("CN=reader", Topics.ARTICLES.name());
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(TopicAuthorizationException.class)
          .untilAsserted(
              () -> assertThat(endOffset(reader, Topics.ARTICLES.name())).isNotNegative());
    }
  }

  private static long endOffset(KafkaConnection connection, String topic) {
    TopicPartition first = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(
            connection.clientProperties(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return consumer.endOffsets(List.of(first)).get(first);
    }
  }
}
