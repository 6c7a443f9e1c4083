package io.keeling.verifier.check;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.verifier.workload.Effect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares {@code keeling.dead-letters}: reading and tagging write each exactly once, the sink at
 * least once and always about the same record. Each names the place of the record that its stage
 * read, and holds that record's bytes.
 */
final class DeadLettersCheck {

  /** What each stage reads. */
  private static final Map<Stage, String> INPUTS =
      Map.of(
          Stage.READ, Topics.PAGES.name(),
          Stage.ENRICH, Topics.ARTICLES.name(),
          Stage.SINK, Topics.ENRICHED.name());

  /** A record that must have become a dead letter. */
  private record Input(RecordOrigin origin, byte[] value) {}

  private final ExpectedState expected;
  private final Findings findings;
  private final Set<String> exactlyOnce = new HashSet<>();
  private final Map<String, RecordOrigin> ofTheSink = new HashMap<>();
  private final Map<String, Input> inputs = new HashMap<>();
  private int repeated;

  DeadLettersCheck(ExpectedState expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @return how many the sink repeated, which is allowed
   */
  int run(TopicContent topics) {
    INPUTS.values().forEach(topic -> topics.forEach(topic, this::takeInput));
    topics.forEach(Topics.DEAD_LETTERS.name(), this::take);
    return finish();
  }

  /** What is missing, now that all is taken; gives how many the sink repeated. */
  int finish() {
    expected.letters().forEach((trace, refused) -> requireFound(exactlyOnce, trace, refused));
    expected.refusals().forEach((trace, why) -> requireFound(ofTheSink.keySet(), trace, why));
    return repeated;
  }

  private void requireFound(Set<String> found, String trace, Object what) {
    if (!found.contains(trace)) {
      findings.add("dead letters: none of %s, which should be %s", trace, what);
    }
  }

  /** A record of a topic that a stage reads. */
  void takeInput(ConsumerRecord<String, byte[]> record) {
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    Stage stage = trace == null ? null : refusing(trace);
    if (trace != null && stage != null && record.topic().equals(INPUTS.get(stage))) {
      RecordOrigin origin =
          new RecordOrigin(record.topic(), record.partition(), record.offset(), record.key());
      inputs.put(trace, new Input(origin, record.value()));
    }
  }

  /** The stage that must refuse a step; null if none must. */
  private @Nullable Stage refusing(String trace) {
    if (expected.refusals().containsKey(trace)) {
      return Stage.SINK;
    }
    Effect.Refused refused = expected.letters().get(trace);
    return refused == null ? null : refused.stage();
  }

  /** A dead letter. */
  void take(ConsumerRecord<String, byte[]> record) {
    DeadLetter letter =
        Objects.requireNonNull(
            ContractSerdes.DEAD_LETTER.deserialize(record.topic(), record.value()));
    String trace = String.valueOf(letter.trace());
    findings.same(letter.origin().key(), record.key(), "dead letters: wrong key of %s", trace);
    compareInput(trace, letter);
    if (letter.stage() == Stage.SINK) {
      takeOfTheSink(trace, letter);
      return;
    }
    findings.same(
        expected.letters().get(trace),
        new Effect.Refused(letter.stage(), letter.reason()),
        "dead letters: %s for %s %s was not expected",
        trace,
        letter.stage(),
        letter.reason());
    if (!exactlyOnce.add(trace)) {
      findings.add("dead letters: twice %s", trace);
    }
  }

  private void compareInput(String trace, DeadLetter letter) {
    Input input = inputs.get(trace);
    if (letter.payload() == null) {
      findings.add("dead letters: %s without its payload", trace);
    } else if (input == null) {
      findings.add("dead letters: no record of %s was there to be refused", trace);
    } else {
      findings.same(
          input.origin(),
          letter.origin(),
          "dead letters: %s says %s, its record is %s",
          trace,
          letter.origin(),
          input.origin());
      if (!Arrays.equals(input.value(), letter.payload())) {
        findings.add("dead letters: %s has other bytes than its record", trace);
      }
    }
  }

  private void takeOfTheSink(String trace, DeadLetter letter) {
    findings.same(
        expected.refusals().get(trace),
        letter.reason(),
        "dead letters: %s for sink %s was not expected",
        trace,
        letter.reason());
    RecordOrigin before = ofTheSink.put(trace, letter.origin());
    if (before != null) {
      repeated++;
      findings.same(before, letter.origin(), "dead letters: %s is about two records", trace);
    }
  }
}
