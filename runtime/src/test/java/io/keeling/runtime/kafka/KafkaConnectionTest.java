package io.keeling.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {

  @Test
  void clientsStartFromTheAddressAndTheFurtherProperties() {
    var connection = new KafkaConnection("broker:9092", Map.of("security.protocol", "SSL"));

    Map<String, Object> properties = connection.clientProperties();
    properties.put("group.id", "mine");

    assertThat(properties)
        .containsEntry("bootstrap.servers", "broker:9092")
        .containsEntry("security.protocol", "SSL");
    assertThat(connection.clientProperties()).doesNotContainKey("group.id");
  }

  @Test
  void aProducerSendsOneRequestAtATimeUnlessToldOtherwiseAndAlwaysWaitsForAllReplicas() {
    var set =
        new KafkaConnection(
            "broker:9092", Map.of("acks", "0", "max.in.flight.requests.per.connection", "5"));

    assertThat(KafkaConnection.to("broker:9092").producerProperties())
        .containsEntry("max.in.flight.requests.per.connection", 1)
        .containsEntry("enable.idempotence", true);
    assertThat(set.producerProperties())
        .containsEntry("acks", "all")
        .containsEntry("max.in.flight.requests.per.connection", "5");
  }

  @Test
  void aConnectionIsNamedWithoutItsSecrets() {
    assertThat(new KafkaConnection("broker:9092", Map.of("sasl.jaas.config", "password")))
        .hasToString("KafkaConnection[broker:9092]");
  }
}
