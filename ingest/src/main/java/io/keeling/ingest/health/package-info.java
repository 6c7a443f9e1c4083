/** How each source is doing. */
@NullMarked
package io.keeling.ingest.health;

import org.jspecify.annotations.NullMarked;
