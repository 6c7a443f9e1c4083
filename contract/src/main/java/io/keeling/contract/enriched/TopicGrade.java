package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an article has to do with a topic. */
public enum TopicGrade {
  /** The article is about the topic: who filters by it wants the article. */
  @JsonProperty("main")
  MAIN,
  /** The article says something of the topic, in a clause or more. */
  @JsonProperty("mention")
  MENTION
}
