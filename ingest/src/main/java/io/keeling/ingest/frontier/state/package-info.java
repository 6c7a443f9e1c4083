/** What the frontier remembers of hosts, links and sources. */
@NullMarked
package io.keeling.ingest.frontier.state;

import org.jspecify.annotations.NullMarked;
