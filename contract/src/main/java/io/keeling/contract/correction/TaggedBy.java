package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave an article a tag, where it was not the enrichment. */
public enum TaggedBy {
  /** Somebody at the desk, who is not named. */
  @JsonProperty("editor")
  EDITOR
}
