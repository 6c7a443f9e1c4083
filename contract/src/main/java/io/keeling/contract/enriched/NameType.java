package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a name stands for. */
public enum NameType {
  /** A human being. */
  @JsonProperty("person")
  PERSON,
  /** An organisation: a company, ministry, party, campaign, court. */
  @JsonProperty("organization")
  ORGANIZATION,
  /** A place on the map: a country, town, river, sea. */
  @JsonProperty("location")
  LOCATION
}
