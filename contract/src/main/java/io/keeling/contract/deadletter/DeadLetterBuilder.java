package io.keeling.contract.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link DeadLetter}. Only the constructor's values are required. Not for sharing between
 * threads.
 */
public final class DeadLetterBuilder {

  private final Stage stage;
  private final String reason;
  private final String message;
  private final RecordOrigin origin;
  private final Instant at;
  private Map<String, String> headers = Map.of();
  private @Nullable String exception;
  private @Nullable String sourceId;
  private @Nullable String url;
  private @Nullable String trace;
  private byte @Nullable [] payload;

  DeadLetterBuilder(Stage stage, String reason, String message, RecordOrigin origin, Instant at) {
    this.stage = stage;
    this.reason = reason;
    this.message = message;
    this.origin = origin;
    this.at = at;
  }

  DeadLetterBuilder(DeadLetter letter) {
    this(letter.stage(), letter.reason(), letter.message(), letter.origin(), letter.at());
    this.headers = letter.headers();
    this.exception = letter.exception();
    this.sourceId = letter.sourceId();
    this.url = letter.url();
    this.trace = letter.trace();
    this.payload = letter.payload();
  }

  public DeadLetterBuilder exception(@Nullable String className) {
    this.exception = className;
    return this;
  }

  public DeadLetterBuilder about(@Nullable String source, @Nullable String page) {
    this.sourceId = source;
    this.url = page;
    return this;
  }

  public DeadLetterBuilder trace(@Nullable String id) {
    this.trace = id;
    return this;
  }

  /** Sets the record's value and its headers: the last header of each name, as UTF-8 text. */
  public DeadLetterBuilder content(Map<String, String> texts, byte @Nullable [] value) {
    this.headers = texts;
    this.payload = value;
    return this;
  }

  public DeadLetter build() {
    return new DeadLetter(
        stage, reason, message, exception, origin, sourceId, url, trace, at, headers, payload);
  }
}
