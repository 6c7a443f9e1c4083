/** Search with Lucene: an index on the local disk, and saved searches in memory. */
@NullMarked
package io.keeling.search.lucene;

import org.jspecify.annotations.NullMarked;
