/** What ingest knows of each source: its schedule, its news and its failures. */
@NullMarked
package io.keeling.ingest.source;

import org.jspecify.annotations.NullMarked;
