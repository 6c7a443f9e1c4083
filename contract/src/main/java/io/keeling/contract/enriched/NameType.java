package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a name names. */
public enum NameType {
  /** A human being. */
  @JsonProperty("person")
  PERSON,
  /** A body of people: a company, ministry, party, campaign, court. */
  @JsonProperty("organization")
  ORGANIZATION,
  /** A place on the map: a country, town, river, sea. */
  @JsonProperty("location")
  LOCATION
}
