package io.keeling.runtime.tracing;

/**
 * Attributes of a step, named as in OpenTelemetry's conventions if these have a name for it,
 * otherwise by Keeling.
 */
public enum Detail {
  /** The id of the source that led to the article. */
  SOURCE("keeling.source.id"),
  /** The id of the article. */
  ARTICLE("keeling.article.id"),
  /** The revision of the article. */
  REVISION("keeling.article.revision"),
  /** The purpose for which a page was fetched. */
  PURPOSE("keeling.purpose"),
  /** The outcome of the step, such as {@code fetched} or {@code too-short}. */
  OUTCOME("keeling.outcome"),
  /** The number of the attempt, from 1. */
  ATTEMPT("keeling.attempt"),
  /** The number of records in one batch. */
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
