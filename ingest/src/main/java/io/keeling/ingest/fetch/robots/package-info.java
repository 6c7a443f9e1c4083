/** Reads and caches robots.txt (RFC 9309). */
@NullMarked
package io.keeling.ingest.fetch.robots;

import org.jspecify.annotations.NullMarked;
