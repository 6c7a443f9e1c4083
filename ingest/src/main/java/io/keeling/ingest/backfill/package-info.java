/** Holds imports back so that live news is not kept waiting. */
@NullMarked
package io.keeling.ingest.backfill;

import org.jspecify.annotations.NullMarked;
