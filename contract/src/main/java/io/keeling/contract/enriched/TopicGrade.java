package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an article has to do with a topic. */
public enum TopicGrade {
  /** It is about it: who filters by the topic wants the article. */
  @JsonProperty("main")
  MAIN,
  /** It says something of it, in a clause or more. */
  @JsonProperty("mention")
  MENTION
}
