package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a name names. */
public enum NameType {
  @JsonProperty("person")
  PERSON,
  @JsonProperty("organization")
  ORGANIZATION,
  @JsonProperty("location")
  LOCATION
}
