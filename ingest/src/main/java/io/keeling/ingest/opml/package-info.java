/** Lists of sources as OPML. */
@NullMarked
package io.keeling.ingest.opml;

import org.jspecify.annotations.NullMarked;
