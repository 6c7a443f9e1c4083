package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an article has to do with climate change. */
public enum ClimateGrade {
  /** It is about climate change, its causes or the answers to it. */
  @JsonProperty("main")
  MAIN,
  /** It speaks of it in passing. */
  @JsonProperty("mention")
  MENTION,
  /** Weather, energy or nature, with no link to climate drawn. */
  @JsonProperty("adjacent")
  ADJACENT,
  /** Nothing. */
  @JsonProperty("none")
  NONE,
  /** Nobody can tell: it is in a language that is not graded. */
  @JsonProperty("ungraded")
  UNGRADED
}
