package io.keeling.enrich.topology;

/** A record of {@code keeling.articles} that can be read but not used. Becomes a dead letter. */
final class UnusableArticleException extends RuntimeException {

  private final String reason;

  UnusableArticleException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What dead letters are counted by. */
  String reason() {
    return reason;
  }
}
