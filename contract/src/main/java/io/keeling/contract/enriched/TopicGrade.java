package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an article relates to a topic. */
public enum TopicGrade {
  /** The article is about the topic; filters by topic find these. */
  @JsonProperty("main")
  MAIN,
  /** The article mentions the topic, in a clause or more. */
  @JsonProperty("mention")
  MENTION
}
