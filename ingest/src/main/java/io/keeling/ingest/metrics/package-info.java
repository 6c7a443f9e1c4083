/** The metrics of ingest. */
@NullMarked
package io.keeling.ingest.metrics;

import org.jspecify.annotations.NullMarked;
