package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an article relates to a topic. */
public enum TopicGrade {
  /** The article is about the topic. Filters by topic find only these articles. */
  @JsonProperty("main")
  MAIN,
  /** The article mentions the topic, at least in a clause. */
  @JsonProperty("mention")
  MENTION
}
