/** What comes of the pages of each source, and whether that changes for the worse. */
@NullMarked
package io.keeling.ingest.drift;

import org.jspecify.annotations.NullMarked;
