/** The HTTP client, and what it answers. */
@NullMarked
package io.keeling.ingest.fetch.http;

import org.jspecify.annotations.NullMarked;
