/**
 * Decides what is fetched and when, based on the news of sources, the age of links and the pauses
 * of hosts.
 */
@NullMarked
package io.keeling.ingest.frontier;

import org.jspecify.annotations.NullMarked;
