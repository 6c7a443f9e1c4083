package io.keeling.verifier.check;

import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares what editors said of tags with {@code keeling.enriched}: each word of {@code
 * keeling.corrections} is a revision of its own once, in their order, and every later revision
 * keeps it until another word on the tag. For one thread, and for topics that were not compacted.
 */
final class CorrectionsCheck {

  private final Map<String, List<EnrichedCheck.Found>> enriched;
  private final Findings findings;

  /** What was said of each tag one after the other, by key; nothing where it was taken back. */
  private final Map<String, List<Optional<AppliedCorrection>>> said = new HashMap<>();

  /** What revisions say likewise. */
  private final Map<String, List<Optional<AppliedCorrection>>> passedOn = new HashMap<>();

  CorrectionsCheck(Map<String, List<EnrichedCheck.Found>> enriched, Findings findings) {
    this.enriched = enriched;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @return how many revisions say what an editor said
   */
  int run(TopicContent topics) {
    topics.forEach(Topics.CORRECTIONS.name(), this::take);
    return finish();
  }

  /** Compares once all that was said is taken in. */
  int finish() {
    enriched.forEach(this::follow);
    Set<String> keys = new HashSet<>(said.keySet());
    keys.addAll(passedOn.keySet());
    for (String key : keys) {
      List<Optional<AppliedCorrection>> wanted = said.getOrDefault(key, List.of());
      List<Optional<AppliedCorrection>> found = passedOn.getOrDefault(key, List.of());
      findings.same(
          wanted,
          found,
          "corrections: of %s was said %d times something else, and passed on %d times",
          key,
          wanted.size(),
          found.size());
    }
    return passedOn.values().stream().mapToInt(List::size).sum();
  }

  void take(ConsumerRecord<String, byte[]> record) {
    TagCorrection correction =
        record.value() == null
            ? null
            : ContractSerdes.TAG_CORRECTION.deserialize(record.topic(), record.value());
    boolean holds = correction != null && correction.holds();
    add(
        said,
        record.key(),
        holds ? Optional.of(Objects.requireNonNull(correction).applied()) : Optional.empty());
  }

  /** What is said again changes nothing. */
  private static void add(
      Map<String, List<Optional<AppliedCorrection>>> words,
      String key,
      Optional<AppliedCorrection> word) {
    List<Optional<AppliedCorrection>> all = words.computeIfAbsent(key, k -> new ArrayList<>());
    Optional<AppliedCorrection> last = all.isEmpty() ? Optional.empty() : all.get(all.size() - 1);
    if (!last.equals(word)) {
      all.add(word);
    }
  }

  private void follow(String id, List<EnrichedCheck.Found> revisions) {
    Map<String, AppliedCorrection> before = Map.of();
    for (int i = 0; i < revisions.size(); i++) {
      EnrichedArticle article = revisions.get(i).article();
      Map<String, AppliedCorrection> now = new HashMap<>();
      article.corrections().forEach(each -> now.put(each.id(), each));
      Set<String> changed = new HashSet<>(before.keySet());
      changed.addAll(now.keySet());
      for (String tag : List.copyOf(changed)) {
        if (Objects.equals(before.get(tag), now.get(tag))) {
          changed.remove(tag);
        }
      }
      for (String tag : changed) {
        add(passedOn, id + "/" + tag, Optional.ofNullable(now.get(tag)));
      }
      // What is said before an article comes holds once it comes.
      boolean mayChange =
          i == 0 || EnrichedCheck.isCorrected(revisions.get(i - 1), revisions.get(i));
      if (i > 0 && changed.size() > (mayChange ? 1 : 0)) {
        findings.add(
            "corrections: revision %d of %s changes %d, of one word or none",
            article.revision(), id, changed.size());
      }
      before = now;
    }
  }
}
