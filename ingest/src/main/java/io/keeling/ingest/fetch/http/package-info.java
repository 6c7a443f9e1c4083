/** The HTTP client and its responses. */
@NullMarked
package io.keeling.ingest.fetch.http;

import org.jspecify.annotations.NullMarked;
