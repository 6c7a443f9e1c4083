/** What robots.txt says (RFC 9309). */
@NullMarked
package io.keeling.ingest.fetch.robots;

import org.jspecify.annotations.NullMarked;
