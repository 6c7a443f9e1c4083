package io.keeling.models.names;

import java.util.Objects;

/**
 * A name and its place in the article's text.
 *
 * @param start first UTF-16 code unit in the text that was analysed
 * @param end one past the last UTF-16 code unit
 * @param type what the name stands for
 * @param probability above 0 and at most 1; comparable between spans of one model, not calibrated
 */
public record NameSpan(int start, int end, EntityType type, double probability) {

  public NameSpan {
    Objects.requireNonNull(type, "type");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a name from " + start + " to " + end);
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("a name of probability " + probability);
    }
  }
}
