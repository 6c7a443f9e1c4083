/** Fetches pages, politely and within bounds. */
@NullMarked
package io.keeling.ingest.fetch;

import org.jspecify.annotations.NullMarked;
