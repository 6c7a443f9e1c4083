package io.keeling.newsroom.press;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The format of an entry point. */
public enum FeedFormat {
  /** RSS 2.0 with summaries. */
  @JsonProperty("rss")
  RSS(EntryPoint.Kind.FEED),
  /** RSS 2.0 whose links carry tracking parameters. */
  @JsonProperty("tracking-rss")
  TRACKING_RSS(EntryPoint.Kind.FEED),
  /** RSS with bare ampersands, undeclared entities and junk before the prolog. */
  @JsonProperty("malformed-rss")
  MALFORMED_RSS(EntryPoint.Kind.FEED),
  /** Atom (RFC 4287) with summaries. */
  @JsonProperty("atom")
  ATOM(EntryPoint.Kind.FEED),
  /** Atom with the whole text in it. */
  @JsonProperty("full-atom")
  FULL_ATOM(EntryPoint.Kind.FEED),
  /** JSON Feed 1.1. */
  @JsonProperty("json-feed")
  JSON_FEED(EntryPoint.Kind.FEED),
  /** A sitemap of all articles (sitemaps.org). */
  @JsonProperty("sitemap")
  SITEMAP(EntryPoint.Kind.SITEMAP),
  /** A news sitemap. */
  @JsonProperty("news-sitemap")
  NEWS_SITEMAP(EntryPoint.Kind.SITEMAP),
  /** A page with links. */
  @JsonProperty("section")
  SECTION(EntryPoint.Kind.SECTION);

  private final EntryPoint.Kind kind;

  FeedFormat(EntryPoint.Kind kind) {
    this.kind = kind;
  }

  /** What a crawler takes it as. */
  public EntryPoint.Kind kind() {
    return kind;
  }
}
