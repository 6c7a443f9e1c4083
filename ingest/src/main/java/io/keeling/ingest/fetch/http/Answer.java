package io.keeling.ingest.fetch.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response. Not thread-safe.
 *
 * @param retryAt when the host may be requested again, if the response states it
 * @param contentType {@code Content-Type} as the server wrote it
 * @param validators for the next conditional request
 * @param link the {@code Link} headers, if they name a WebSub hub
 * @param body the decoded body; empty unless the status is 2xx
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record Answer(
    int status,
    @Nullable String location,
    @Nullable Instant retryAt,
    @Nullable String contentType,
    Validators validators,
    @Nullable String link,
    byte[] body) {

  public boolean successful() {
    return status >= 200 && status < 300;
  }

  public boolean redirects() {
    return location != null
        && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
  }
}
