/** New articles as they come. */
@NullMarked
package io.keeling.feeds.live;

import org.jspecify.annotations.NullMarked;
