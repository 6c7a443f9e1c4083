package io.keeling.contract.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The stage of the pipeline that could not go on. */
public enum Stage {
  @JsonProperty("fetch")
  FETCH,
  @JsonProperty("read")
  READ,
  @JsonProperty("enrich")
  ENRICH,
  @JsonProperty("sink")
  SINK
}
