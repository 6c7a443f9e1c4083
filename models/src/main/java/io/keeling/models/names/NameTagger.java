package io.keeling.models.names;

import io.keeling.models.text.Sentence;
import java.util.List;
import java.util.Objects;

/**
 * Finds the names of people, organisations and places in a document.
 *
 * <p><b>Not thread-safe: one for each thread.</b> Each call stands alone: what one document taught
 * is forgotten before the next.
 */
public final class NameTagger {

  private final NameModel model;

  /**
   * @param model shared by all taggers
   */
  public NameTagger(NameModel model) {
    this.model = Objects.requireNonNull(model, "model");
  }

  /** The model at work. */
  public NameModel model() {
    return model;
  }

  /**
   * The names of one document in the order of the text; none overlap, each lies within a sentence.
   *
   * @param document all sentences of the document, as {@link io.keeling.models.text.TextAnalyzer}
   *     gives them
   */
  public List<NameSpan> tag(List<Sentence> document) {
    return List.of();
  }
}
