package io.keeling.verifier.check;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Provenance;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.verifier.workload.Effect;
import io.keeling.verifier.workload.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares {@code keeling.articles}: every version once, in order, word for word. */
final class ArticlesCheck {

  private final ExpectedState expected;
  private final Findings findings;
  private final Map<String, List<Article>> found = new HashMap<>();
  private final Set<String> raw = new HashSet<>();

  ArticlesCheck(ExpectedState expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @return the articles as they are there, by id and in order, provenance included
   */
  Map<String, List<Article>> run(TopicContent topics) {
    topics.forEach(Topics.ARTICLES.name(), this::take);
    expected
        .versions()
        .forEach((id, versions) -> compare(id, versions, found.getOrDefault(id, List.of())));
    found.keySet().stream()
        .filter(id -> !expected.versions().containsKey(id))
        .forEach(id -> findings.add("articles: %s was never published", id));
    expected.raw().keySet().stream()
        .filter(trace -> !raw.contains(trace))
        .forEach(trace -> findings.add("articles: lost %s, which was sent there", trace));
    return found;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    Step sent = trace == null ? null : expected.raw().get(trace);
    if (trace != null && sent != null) {
      if (!raw.add(trace)) {
        findings.add("articles: twice %s, which was sent there once", trace);
      }
      if (!Arrays.equals(sent.record().value(), record.value())) {
        findings.add("articles: other bytes of %s than were sent", trace);
      }
      if (!(sent.effect() instanceof Effect.Version)) {
        return;
      }
    }
    Article article =
        Objects.requireNonNull(ContractSerdes.ARTICLE.deserialize(record.topic(), record.value()));
    findings.same(article.id(), record.key(), "articles: wrong key of %s", article.id());
    List<Article> versions = found.computeIfAbsent(article.id(), id -> new ArrayList<>());
    List<ExpectedState.Version> wanted = expected.versions().getOrDefault(article.id(), List.of());
    if (versions.size() < wanted.size() && !wanted.get(versions.size()).fetched()) {
      findings.same(
          wanted.get(versions.size()).trace(), trace, "articles: other trace of %s", article);
    }
    versions.add(article);
  }

  private void compare(String id, List<ExpectedState.Version> wanted, List<Article> found) {
    if (wanted.size() != found.size()) {
      findings.add("articles: %d versions of %s, not %d", found.size(), id, wanted.size());
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      ExpectedState.Version version = wanted.get(i);
      Article article = found.get(i);
      findings.same(
          version.article(),
          known(article, version.fetched() ? Instant.EPOCH : article.fetchedAt()),
          "articles: version %d of %s is not %s",
          i + 1,
          id,
          version.name());
    }
  }

  /** What can be known of it from outside: only the reader knows its rules. */
  private static Article known(Article article, Instant fetchedAt) {
    return article.toBuilder().fetchedAt(fetchedAt).provenance(Provenance.NONE).build();
  }
}
