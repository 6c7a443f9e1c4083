package io.keeling.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kafka's own clients make of the properties that the chart gives them. */
class ChartKafkaTest {

  private static final String MOUNTED = "/run/secrets/keeling/kafka";

  /** Stands for the Secret of a user, as Strimzi makes it. */
  @TempDir private Path secret;

  private ProducerConfig client(Path values) throws IOException {
    String yaml =
        Chart.the(Chart.render(values), "ConfigMap", "keeling").at("/data/keeling.yaml").asText();
    Map<String, Object> properties =
        new HashMap<>(
            ConfigLoader.ofText("keeling.yaml", yaml, Map.of())
                .load()
                .kafka()
                .connection()
                .clientProperties());
    properties.replaceAll(
        (key, value) ->
            value instanceof String text ? text.replace(MOUNTED + ":", secret + ":") : value);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new ProducerConfig(properties);
  }

  @Test
  void aUserWithAPasswordLogsInByWhatStandsInItsSecret() throws IOException {
    Files.writeString(secret.resolve("sasl.jaas.config"), "a module required;");

    ProducerConfig client = client(Chart.DIRECTORY.resolve("examples/values.yaml"));

    assertThat(client.getPassword("sasl.jaas.config").value()).isEqualTo("a module required;");
    assertThat(client.getString("security.protocol")).isEqualTo("SASL_SSL");
    assertThat(client.getString("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
    assertThat(client.getString("ssl.truststore.location"))
        .isEqualTo("/run/secrets/keeling/kafka-authority/ca.crt");
    assertThat(client.getString("ssl.endpoint.identification.algorithm")).isEqualTo("https");
  }

  @Test
  void aUserWithACertificateOpensItByThePasswordInItsSecret() throws IOException {
    Files.writeString(secret.resolve("user.password"), "s3cret");

    ProducerConfig client = client(Chart.EVERYTHING);

    assertThat(client.getPassword("ssl.keystore.password").value()).isEqualTo("s3cret");
    assertThat(client.getString("security.protocol")).isEqualTo("SSL");
    assertThat(client.getString("ssl.keystore.location")).isEqualTo(MOUNTED + "/user.p12");
    assertThat(client.getLong("metadata.max.age.ms")).isEqualTo(60_000);
  }
}
