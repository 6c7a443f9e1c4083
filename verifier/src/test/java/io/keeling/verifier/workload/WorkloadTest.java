package io.keeling.verifier.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.Stage;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final int STEPS = 500;

  @Test
  void theSameSeedGivesTheSameStream() {
    Workload first = new Workload(7);
    Workload second = new Workload(7);

    for (int i = 0; i < STEPS; i++) {
      Step expected = first.next();
      Step found = second.next();
      // Without its value: two arrays are never equal to a record.
      assertThat(withoutValue(found.record())).isEqualTo(withoutValue(expected.record()));
      assertThat(found.record().value()).isEqualTo(expected.record().value());
      assertThat(found.effect()).isEqualTo(expected.effect());
    }
  }

  @Test
  void everyKindOfEffectComesUp() {
    Workload workload = new Workload(7);

    Set<Object> kinds =
        Stream.generate(workload::next)
            .limit(STEPS)
            .map(step -> kind(step.effect()))
            .collect(Collectors.toSet());

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "nothing",
            "version",
            "unstorable-text",
            "refused",
            new Effect.Refused(Stage.READ, "too-short"),
            new Effect.Refused(Stage.READ, "malformed-page"),
            new Effect.Refused(Stage.ENRICH, "unreadable"),
            new Effect.Refused(Stage.ENRICH, "wrong-key"));
  }

  private static ProducerRecord<String, Void> withoutValue(ProducerRecord<String, byte[]> record) {
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp(),
        record.key(),
        null,
        record.headers());
  }

  private static Object kind(Effect effect) {
    if (effect instanceof Effect.Version version) {
      return version.refusal() == null ? "version" : version.refusal();
    }
    return effect instanceof Effect.Nothing ? "nothing" : effect;
  }
}
