/**
 * Decides what is fetched when: sources by how often they have news, links by their age, and hosts
 * by the pauses they need.
 */
@NullMarked
package io.keeling.ingest.frontier;

import org.jspecify.annotations.NullMarked;
