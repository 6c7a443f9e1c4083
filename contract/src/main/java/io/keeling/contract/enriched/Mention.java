package io.keeling.contract.enriched;

/** A span of an article's text, in UTF-16 code units; the end is exclusive. */
public record Mention(int start, int end) {

  public Mention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }
}
