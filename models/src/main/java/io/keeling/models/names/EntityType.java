package io.keeling.models.names;

/** What a name stands for. */
public enum EntityType {
  /** A human being, real or invented. */
  PERSON,
  /** A body of people: company, ministry, agency, party, court, team, outlet. */
  ORGANIZATION,
  /** A place: country, city, region, river, mountain, building. */
  LOCATION
}
