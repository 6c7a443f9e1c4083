/** How two wordings differ. */
@NullMarked
package io.keeling.feeds.diff;

import org.jspecify.annotations.NullMarked;
