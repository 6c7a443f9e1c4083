package io.keeling.contract.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The stage of the pipeline that failed. */
public enum Stage {
  /** Fetching a page: keeling.fetches to keeling.pages. */
  @JsonProperty("fetch")
  FETCH,
  /** Reading a page: keeling.pages to keeling.articles. */
  @JsonProperty("read")
  READ,
  /** Tagging an article: keeling.articles to keeling.enriched. */
  @JsonProperty("enrich")
  ENRICH,
  /** Storing an article: keeling.enriched to PostgreSQL. */
  @JsonProperty("sink")
  SINK
}
