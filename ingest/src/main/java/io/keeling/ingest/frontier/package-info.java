/**
 * Decides what is fetched when: sources by their news, links by their age, hosts by their pauses.
 */
@NullMarked
package io.keeling.ingest.frontier;

import org.jspecify.annotations.NullMarked;
