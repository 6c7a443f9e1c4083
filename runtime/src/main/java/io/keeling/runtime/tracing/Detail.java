package io.keeling.runtime.tracing;

/**
 * What may be said about a step: names of OpenTelemetry's conventions where they have one, else of
 * ours.
 */
public enum Detail {
  /** The id of the source that led here. */
  SOURCE("keeling.source.id"),
  /** The id of the article. */
  ARTICLE("keeling.article.id"),
  /** The revision of the article. */
  REVISION("keeling.article.revision"),
  /** What a page was fetched as. */
  PURPOSE("keeling.purpose"),
  /** How it ended, such as {@code fetched} or {@code too-short}. */
  OUTCOME("keeling.outcome"),
  /** Which try it was, from 1. */
  ATTEMPT("keeling.attempt"),
  /** How many records were worked on together. */
  RECORDS("keeling.records"),
  /** The host of a page. */
  HOST("server.address"),
  /** HTTP status. */
  STATUS("http.response.status_code");

  private final String key;

  Detail(String key) {
    this.key = key;
  }

  /** The name of the attribute. */
  public String key() {
    return key;
  }
}
