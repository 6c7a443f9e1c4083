/** Subscriptions to the hubs that tell when feeds change (WebSub). */
@NullMarked
package io.keeling.ingest.websub;

import org.jspecify.annotations.NullMarked;
