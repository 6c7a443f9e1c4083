/** Events that the frontier receives, and actions that it sends. */
@NullMarked
package io.keeling.ingest.frontier.event;

import org.jspecify.annotations.NullMarked;
