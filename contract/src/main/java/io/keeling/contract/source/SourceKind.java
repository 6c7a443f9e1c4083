package io.keeling.contract.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is at a source's address. */
public enum SourceKind {
  /** RSS, Atom or JSON Feed. */
  @JsonProperty("feed")
  FEED,
  /** A sitemap, news sitemap or sitemap index (sitemaps.org). */
  @JsonProperty("sitemap")
  SITEMAP,
  /** A section page whose links lead to articles. */
  @JsonProperty("section")
  SECTION,
  /** One article. */
  @JsonProperty("page")
  PAGE
}
