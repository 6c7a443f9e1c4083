package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave an article a tag, if it was not the enrichment. */
public enum TaggedBy {
  @JsonProperty("editor")
  EDITOR
}
