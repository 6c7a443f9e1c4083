package io.keeling.newsroom.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as the newsroom got it.
 *
 * @param host host name asked for, lower case, without the port
 * @param method {@code GET} or {@code HEAD}, mostly
 * @param path path with query, as it came
 * @param status the answer's status, 0 while it is not known
 * @param userAgent the {@code User-Agent} header
 * @param ifNoneMatch the {@code If-None-Match} header
 * @param ifModifiedSince the {@code If-Modified-Since} header
 * @param receivedAt wall clock when the request's headers had been read
 * @param receivedNanos the same on {@link System#nanoTime}
 * @param finishedNanos just before the last part of the answer was handed to the socket, so never
 *     after the client had it, on {@link System#nanoTime}; null while it is being written
 * @param aborted whether the client hung up before the end. The server cannot know when it did
 */
public record LoggedRequest(
    String host,
    String method,
    String path,
    int status,
    @Nullable String userAgent,
    @Nullable String ifNoneMatch,
    @Nullable String ifModifiedSince,
    Instant receivedAt,
    long receivedNanos,
    @Nullable Long finishedNanos,
    boolean aborted) {

  /** Whether the request carried a validator (RFC 9110, section 13). */
  public boolean conditional() {
    return ifNoneMatch != null || ifModifiedSince != null;
  }

  LoggedRequest finished(int answeredStatus, long nanos, boolean hungUp) {
    return new LoggedRequest(
        host,
        method,
        path,
        answeredStatus,
        userAgent,
        ifNoneMatch,
        ifModifiedSince,
        receivedAt,
        receivedNanos,
        nanos,
        hungUp);
  }
}
