package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an article has to do with climate change. */
public enum ClimateGrade {
  /** The article is about climate change, its causes or the answers to it. */
  @JsonProperty("main")
  MAIN,
  /** The article speaks of climate change in passing. */
  @JsonProperty("mention")
  MENTION,
  /** The article is about weather, energy or nature, with no link to climate change drawn. */
  @JsonProperty("adjacent")
  ADJACENT,
  /** The article has nothing to do with climate change. */
  @JsonProperty("none")
  NONE,
  /** No grade: the article is in a language that is not graded. */
  @JsonProperty("ungraded")
  UNGRADED
}
