package io.keeling.ingest.imports;

import io.keeling.reader.url.CanonicalUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page found in a file or an archive.
 *
 * @param contentType the {@code Content-Type} that the server sent; null if unknown
 * @param fetchedAt when the page was fetched from the web, if known
 * @param body the decoded bytes; never compared
 * @param origin the file and the place in it, for messages
 */
record FoundPage(
    CanonicalUrl url,
    @Nullable String contentType,
    int status,
    Instant fetchedAt,
    byte[] body,
    String origin) {}
