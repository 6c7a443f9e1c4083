/** The condition of each source. */
@NullMarked
package io.keeling.ingest.health;

import org.jspecify.annotations.NullMarked;
