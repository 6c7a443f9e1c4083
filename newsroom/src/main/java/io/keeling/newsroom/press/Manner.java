package io.keeling.newsroom.press;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is awkward about getting an article that is otherwise sound. */
public enum Manner {
  /** The first request is answered with 429 and Retry-After, later ones with the page. */
  @JsonProperty("rate-limited-once")
  RATE_LIMITED_ONCE,
  /** The first request is answered with 503 and no Retry-After, later ones with the page. */
  @JsonProperty("fails-once")
  FAILS_ONCE,
  /** Links lead to an old address that redirects to the article's own. */
  @JsonProperty("moved")
  MOVED,
  /** The header says UTF-8, the bytes are windows-1252. */
  @JsonProperty("claims-utf-8")
  CLAIMS_UTF_8,
  /** The header says ISO-8859-1, the bytes are UTF-8. */
  @JsonProperty("claims-latin-1")
  CLAIMS_LATIN_1,
  /** robots.txt does not allow it. */
  @JsonProperty("disallowed")
  DISALLOWED,
  /** Only the malformed feed links to it. */
  @JsonProperty("malformed-feed")
  MALFORMED_FEED
}
