package io.keeling.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keeling.runtime.health.KafkaWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class UnknownBrokersTest {

  /** A name that no DNS may know (RFC 6761). */
  private static final KafkaConnection UNKNOWN = KafkaConnection.to("kafka.invalid:9092");

  @Test
  void aNameThatIsNotKnownIsToldFromSettingsThatAreWrong() {
    Throwable unknown = catchThrowable(() -> Admin.create(UNKNOWN.clientProperties()));
    Throwable wrong =
        catchThrowable(
            () ->
                Admin.create(
                    new KafkaConnection("127.0.0.1:1", Map.of("client.dns.lookup", "guess"))
                        .clientProperties()));

    assertThat(UnknownBrokers.caused(unknown)).isTrue();
    assertThat(KafkaRefusals.line(unknown, "Kafka")).isEmpty();
    assertThat(UnknownBrokers.line(UNKNOWN)).isEqualTo("kafka.invalid:9092 is not known to DNS");
    assertThat(UnknownBrokers.caused(wrong)).isFalse();
    assertThat(KafkaRefusals.line(wrong, "Kafka")).isPresent();
  }

  @Test
  void namesAllBrokers() {
    assertThat(UnknownBrokers.line(KafkaConnection.to("one:9092 ,two:9092")))
        .isEqualTo("one:9092, two:9092 are not known to DNS");
  }

  @Test
  void kafkaIsWatchedAlsoBeforeItsNameIsKnown() {
    try (KafkaWatch watch =
        KafkaWatch.start("desk", UNKNOWN, List.of("topic"), new SimpleMeterRegistry())) {
      assertThat(watch.problems()).isEmpty();
    }
  }
}
