package io.keeling.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.Topics;
import io.keeling.verifier.workload.Effect;
import io.keeling.verifier.workload.Step;
import io.keeling.verifier.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLettersCheckTest {

  private static final long SEED = 7;
  private static final int PARTITION = 2;
  private static final long OFFSET = 40;

  /** The first page that cannot be read, and how many steps there are up to it. */
  private final Step refused =
      Stream.generate(new Workload(SEED)::next)
          .filter(step -> step.effect() instanceof Effect.Refused)
          .findFirst()
          .orElseThrow();

  private final Findings findings = new Findings();

  @Test
  void aLetterThatHoldsItsRecordAndNamesItsPlaceIsSound() {
    assertThat(findings(OFFSET, refused.record().value())).isEmpty();
  }

  @Test
  void aLetterOfOtherBytesIsFound() {
    assertThat(findings(OFFSET, new byte[] {1}))
        .containsExactly("dead letters: " + refused.trace() + " has other bytes than its record");
  }

  @Test
  void aLetterAboutAnotherPlaceIsFound() {
    assertThat(findings(OFFSET + 1, refused.record().value()))
        .singleElement()
        .asString()
        .contains(refused.trace() + " says RecordOrigin[", "offset=41", "offset=40");
  }

  /** What is found of the step's letter, given what that says of its record. */
  private List<String> findings(long offset, byte[] payload) {
    String topic = refused.record().topic();
    String key = refused.record().key();
    DeadLettersCheck check =
        new DeadLettersCheck(ExpectedState.of(SEED, refused.number()), findings);
    Effect.Refused effect = (Effect.Refused) refused.effect();
    DeadLetter letter =
        DeadLetters.of(
            effect.stage(),
            effect.reason(),
            "",
            null,
            new RecordOrigin(topic, PARTITION, offset, key),
            refused.record().headers(),
            payload,
            Instant.EPOCH);

    check.takeInput(record(topic, OFFSET, key, refused.record().value()));
    check.take(
        record(
            Topics.DEAD_LETTERS.name(),
            0,
            key,
            ContractSerdes.DEAD_LETTER.serialize(
                Topics.DEAD_LETTERS.name(), new RecordHeaders(), letter)));
    assertThat(check.finish()).isZero();
    return findings.lines().stream().filter(line -> line.contains(refused.trace())).toList();
  }

  private ConsumerRecord<String, byte[]> record(
      String topic, long offset, String key, byte[] value) {
    Headers headers = refused.record().headers();
    return new ConsumerRecord<>(
        topic,
        PARTITION,
        offset,
        0L,
        TimestampType.CREATE_TIME,
        key.getBytes(StandardCharsets.UTF_8).length,
        value.length,
        key,
        value,
        headers,
        Optional.empty());
  }
}
