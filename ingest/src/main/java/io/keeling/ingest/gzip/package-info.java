/** Decompression within bounds. */
@NullMarked
package io.keeling.ingest.gzip;

import org.jspecify.annotations.NullMarked;
