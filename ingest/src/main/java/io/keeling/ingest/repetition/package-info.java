/** Recognises texts that a host shows on many pages. */
@NullMarked
package io.keeling.ingest.repetition;

import org.jspecify.annotations.NullMarked;
