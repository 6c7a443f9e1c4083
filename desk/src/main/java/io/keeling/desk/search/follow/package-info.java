/** Follows {@code keeling.enriched} into a search index. */
@NullMarked
package io.keeling.desk.search.follow;

import org.jspecify.annotations.NullMarked;
