package io.keeling.contract.fetch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What a fetched page should be read as. It is in the {@code keeling-purpose} header of a page, in
 * lower case.
 */
public enum FetchPurpose {
  /** RSS, Atom or JSON Feed. */
  @JsonProperty("feed")
  FEED,
  /** A sitemap, news sitemap or sitemap index. */
  @JsonProperty("sitemap")
  SITEMAP,
  /** A page whose links lead to articles. */
  @JsonProperty("section")
  SECTION,
  /** A page that is one article. */
  @JsonProperty("article")
  ARTICLE;

  /** Returns the form in headers, such as {@code feed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no purpose has that label
   */
  public static FetchPurpose ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
