package io.keeling.enrich.topics;

/** A rule that keeps a topic back from an article. */
public enum WithholdingRule {
  /** Its score is below {@link TopicFinding#LIMIT}. */
  BELOW_LIMIT,
  /** The article neither speaks of climate change nor is close to it. */
  OUT_OF_FIELD,
  /** The topic counts only where climate change is spoken of, and it is not. */
  NEEDS_CLIMATE,
  /**
   * Nothing in the text itself justifies the topic: no term, and no passage that is sure enough.
   */
  NO_EVIDENCE
}
