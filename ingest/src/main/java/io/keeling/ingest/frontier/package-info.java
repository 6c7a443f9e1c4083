/** Decides what is fetched when, by the news of sources, age of links and pauses of hosts. */
@NullMarked
package io.keeling.ingest.frontier;

import org.jspecify.annotations.NullMarked;
