package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an article relates to climate change. */
public enum ClimateGrade {
  /** The article is about climate change, its causes or the answers to it. */
  @JsonProperty("main")
  MAIN,
  /** The article mentions climate change in passing. */
  @JsonProperty("mention")
  MENTION,
  /** The article is about weather, energy or nature, without a link to climate change. */
  @JsonProperty("adjacent")
  ADJACENT,
  /** The article has nothing to do with climate change. */
  @JsonProperty("none")
  NONE,
  /** No grade: the article is in a language that is not graded. */
  @JsonProperty("ungraded")
  UNGRADED
}
