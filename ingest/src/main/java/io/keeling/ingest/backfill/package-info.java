/** Slows imports down so that live news does not wait behind them. */
@NullMarked
package io.keeling.ingest.backfill;

import org.jspecify.annotations.NullMarked;
