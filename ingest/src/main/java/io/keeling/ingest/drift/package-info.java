/** Measures the quality of each source's pages and notices when it declines. */
@NullMarked
package io.keeling.ingest.drift;

import org.jspecify.annotations.NullMarked;
