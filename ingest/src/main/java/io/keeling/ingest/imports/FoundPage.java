package io.keeling.ingest.imports;

import io.keeling.reader.url.CanonicalUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page found in a file or an archive.
 *
 * @param url where it is, or was, on the web
 * @param contentType what the server called it; null where nobody said
 * @param status HTTP status
 * @param fetchedAt when it was taken from the web, as far as anyone knows
 * @param body the bytes, after all decoding; never compared
 * @param origin file, and place in it, for messages
 */
record FoundPage(
    CanonicalUrl url,
    @Nullable String contentType,
    int status,
    Instant fetchedAt,
    byte[] body,
    String origin) {}
