package io.keeling.verifier.workload;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.Stage;
import org.jspecify.annotations.Nullable;

/** What a step must lead to. Values are immutable and safe to share between threads. */
public sealed interface Effect {

  /**
   * A version of an article: in {@code keeling.articles} and {@code keeling.enriched} once.
   *
   * @param article as it must be read, without provenance
   * @param original number of the article whose words it tells; its own unless syndicated
   * @param refusal why the tables cannot take it: the reason of the sink's dead letter, or null
   *     where they must hold it
   */
  record Version(Article article, int original, @Nullable String refusal) implements Effect {}

  /** No effect: the words are known already. */
  record Nothing() implements Effect {}

  /**
   * A dead letter, and nothing else.
   *
   * @param stage who writes it
   * @param reason why
   */
  record Refused(Stage stage, String reason) implements Effect {}
}
