/** Atom and JSON Feed. */
@NullMarked
package io.keeling.feeds.feed;

import org.jspecify.annotations.NullMarked;
