/** What stands between a request and its action. */
@NullMarked
package io.keeling.feeds.access.gate;

import org.jspecify.annotations.NullMarked;
