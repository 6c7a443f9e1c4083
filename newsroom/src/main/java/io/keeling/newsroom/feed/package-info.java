/** Its feeds. */
@NullMarked
package io.keeling.newsroom.feed;

import org.jspecify.annotations.NullMarked;
