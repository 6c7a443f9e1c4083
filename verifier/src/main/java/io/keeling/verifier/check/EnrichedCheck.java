package io.keeling.verifier.check;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compares {@code keeling.enriched}: every version once, in order, as revisions 1, 2, 3, its
 * article as it stands in {@code keeling.articles}, its story among those that tell the same words.
 * In between, a revision of the same words may say what an editor said of a tag: see {@link
 * CorrectionsCheck}.
 */
final class EnrichedCheck {

  /**
   * A record as it is there.
   *
   * @param json its value
   */
  record Found(EnrichedArticle article, String trace, byte[] json) {}

  private final ExpectedState expected;
  private final Map<String, List<Article>> articles;
  private final Findings findings;
  private final Map<String, List<Found>> found = new HashMap<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();

  /** The article that told a story first, by the story's id. */
  private final Map<String, String> founders = new HashMap<>();

  EnrichedCheck(ExpectedState expected, Map<String, List<Article>> articles, Findings findings) {
    this.expected = expected;
    this.articles = articles;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @return the records as they are there, by article id and in order
   */
  Map<String, List<Found>> run(TopicContent topics) {
    topics.partitions(Topics.ENRICHED.name()).forEach(partition -> next.put(partition, 0L));
    topics.forEach(Topics.ENRICHED.name(), this::take);
    expected
        .versions()
        .forEach((id, versions) -> compare(id, versions, found.getOrDefault(id, List.of())));
    found.keySet().stream()
        .filter(id -> !expected.versions().containsKey(id))
        .forEach(id -> findings.add("enriched: %s was never published", id));
    return found;
  }

  /** The offset behind the last record of each partition. */
  Map<TopicPartition, Long> next() {
    return next;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    EnrichedArticle enriched =
        Objects.requireNonNull(
            ContractSerdes.ENRICHED_ARTICLE.deserialize(record.topic(), record.value()));
    String id = enriched.article().id();
    findings.same(id, record.key(), "enriched: wrong key of %s", id);
    if (enriched.story() != null && enriched.story().first()) {
      String other = founders.put(enriched.story().id(), id);
      findings.same(id, other == null ? id : other, "enriched: %s is not alone the first", id);
    }
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    found
        .computeIfAbsent(id, unseen -> new ArrayList<>())
        .add(new Found(enriched, String.valueOf(trace), record.value()));
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  /** Whether a record is of the words of the one before it, and of other tag corrections. */
  static boolean isCorrected(Found before, Found next) {
    return before.article().article().equals(next.article().article())
        && !before.article().corrections().equals(next.article().corrections());
  }

  private void compare(String id, List<ExpectedState.Version> wanted, List<Found> all) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      findings.same(
          i + 1, all.get(i).article().revision(), "enriched: wrong revision %d of %s", i, id);
      if (i == 0 || !isCorrected(all.get(i - 1), all.get(i))) {
        found.add(all.get(i));
      }
    }
    if (wanted.size() != found.size()) {
      findings.add("enriched: %d versions of %s, not %d", found.size(), id, wanted.size());
      return;
    }
    List<Article> read = articles.getOrDefault(id, List.of());
    for (int i = 0; i < wanted.size(); i++) {
      Found each = found.get(i);
      if (!wanted.get(i).fetched()) {
        findings.same(wanted.get(i).trace(), each.trace(), "enriched: other trace of %s", id);
      }
      findings.same(
          i < read.size() ? read.get(i) : null,
          each.article().article(),
          "enriched: version %d of %s is not what articles holds",
          i + 1,
          id);
      compareStory(id, wanted.get(i), each.article().story());
    }
  }

  private void compareStory(String id, ExpectedState.Version wanted, @Nullable Story story) {
    Set<String> tellers = expected.stories().get(wanted.original());
    String founder = story == null ? null : founders.get(story.id());
    if (story == null || tellers == null || founder == null || !tellers.contains(founder)) {
      findings.add("enriched: the story of %s is none that tells its words", id);
    } else if (story.first() != founder.equals(id) || story.outlets() > tellers.size()) {
      findings.add("enriched: %s has the wrong place in its story", id);
    }
  }
}
