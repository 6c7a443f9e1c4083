/** Subscriptions to the hubs that notify us when feeds change (WebSub). */
@NullMarked
package io.keeling.ingest.websub;

import org.jspecify.annotations.NullMarked;
