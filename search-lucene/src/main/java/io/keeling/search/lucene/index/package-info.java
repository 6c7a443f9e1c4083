/** The search index in Lucene, on the local disk. */
@NullMarked
package io.keeling.search.lucene.index;

import org.jspecify.annotations.NullMarked;
