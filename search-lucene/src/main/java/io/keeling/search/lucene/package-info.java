/** The search by Lucene: an index on its own disk, and saved searches in memory. */
@NullMarked
package io.keeling.search.lucene;

import org.jspecify.annotations.NullMarked;
