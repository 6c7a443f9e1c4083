package io.keeling.reader;

import io.keeling.contract.article.Outlet;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page to read. Safe to share between threads as long as nobody writes to {@link #bytes}.
 *
 * @param bytes the body as received, after content decoding
 * @param contentType the {@code Content-Type} header as the server wrote it, or null
 * @param url the address that answered, or null for a file of unknown origin
 * @param outlet the outlet as in the catalogue, or null to take it from the page
 * @param fetchedAt when it was fetched; later dates are ignored
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed through, never compared
public record RawPage(
    byte[] bytes,
    @Nullable String contentType,
    @Nullable String url,
    @Nullable Outlet outlet,
    Instant fetchedAt) {

  public RawPage {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(fetchedAt, "fetchedAt");
  }
}
