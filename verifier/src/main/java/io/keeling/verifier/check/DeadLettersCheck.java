package io.keeling.verifier.check;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.verifier.workload.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares {@code keeling.dead-letters}: reading and tagging write each exactly once, the sink at
 * least once and always about the same record.
 */
final class DeadLettersCheck {

  private final Expectation expected;
  private final Findings findings;
  private final Set<String> exactlyOnce = new HashSet<>();
  private final Map<String, Origin> ofTheSink = new HashMap<>();
  private int repeated;

  DeadLettersCheck(Expectation expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @return how many the sink repeated, which is allowed
   */
  int run(TopicContent topics) {
    topics.forEach(Topics.DEAD_LETTERS.name(), this::take);
    expected.letters().forEach((trace, refused) -> requireFound(exactlyOnce, trace, refused));
    expected.refusals().forEach((trace, why) -> requireFound(ofTheSink.keySet(), trace, why));
    return repeated;
  }

  private void requireFound(Set<String> found, String trace, Object what) {
    if (!found.contains(trace)) {
      findings.add("dead letters: none of %s, which should be %s", trace, what);
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    DeadLetter letter = ContractSerdes.DEAD_LETTER.deserialize(record.topic(), record.value());
    String trace = String.valueOf(letter.trace());
    findings.same(letter.origin().key(), record.key(), "dead letters: wrong key of %s", trace);
    if (letter.payload() == null) {
      findings.add("dead letters: %s without its payload", trace);
    }
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

  private void takeOfTheSink(String trace, DeadLetter letter) {
    findings.same(
        expected.refusals().get(trace),
        letter.reason(),
        "dead letters: %s for sink %s was not expected",
        trace,
        letter.reason());
    Origin before = ofTheSink.put(trace, letter.origin());
    if (before != null) {
      repeated++;
      findings.same(before, letter.origin(), "dead letters: %s is about two records", trace);
    }
  }
}
