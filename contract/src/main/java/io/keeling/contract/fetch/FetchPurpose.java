package io.keeling.contract.fetch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fetched page is to be read as. */
public enum FetchPurpose {
  @JsonProperty("feed")
  FEED,
  @JsonProperty("sitemap")
  SITEMAP,
  @JsonProperty("section")
  SECTION,
  @JsonProperty("article")
  ARTICLE
}
