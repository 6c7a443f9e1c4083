/** Is told by hubs when feeds change (WebSub). */
@NullMarked
package io.keeling.ingest.websub;

import org.jspecify.annotations.NullMarked;
