/** Reads from PostgreSQL. */
@NullMarked
package io.keeling.feeds.store;

import org.jspecify.annotations.NullMarked;
