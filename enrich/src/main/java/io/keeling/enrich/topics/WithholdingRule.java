package io.keeling.enrich.topics;

/** A rule that withholds a topic from an article. */
public enum WithholdingRule {
  /** Its score is below {@link TopicFinding#LIMIT}. */
  BELOW_LIMIT,
  /** The article neither mentions climate change nor is adjacent to it. */
  OUT_OF_FIELD,
  /** The topic needs climate change, and the article does not mention it. */
  NEEDS_CLIMATE,
  /**
   * Nothing in the text itself justifies the topic: no term, and no passage that is sure enough.
   */
  NO_EVIDENCE
}
