/** Where collections are kept. */
@NullMarked
package io.keeling.feeds.collection.store;

import org.jspecify.annotations.NullMarked;
