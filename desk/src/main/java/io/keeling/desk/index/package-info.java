/** Follows {@code keeling.enriched} into a search index. */
@NullMarked
package io.keeling.desk.index;

import org.jspecify.annotations.NullMarked;
