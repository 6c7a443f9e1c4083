package io.keeling.ingest.imports;

import io.keeling.reader.url.CanonicalUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page found in a file or an archive.
 *
 * @param contentType what the server called it; null if unknown
 * @param fetchedAt when it was fetched from the web, as far as known
 * @param body the decoded bytes; never compared
 * @param origin file, and place in it, for messages
 */
record FoundPage(
    CanonicalUrl url,
    @Nullable String contentType,
    int status,
    Instant fetchedAt,
    byte[] body,
    String origin) {}
