/** What the frontier hears of, and what it tells. */
@NullMarked
package io.keeling.ingest.frontier.event;

import org.jspecify.annotations.NullMarked;
