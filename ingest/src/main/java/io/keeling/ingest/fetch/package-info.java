/** Fetches pages politely and within limits. */
@NullMarked
package io.keeling.ingest.fetch;

import org.jspecify.annotations.NullMarked;
