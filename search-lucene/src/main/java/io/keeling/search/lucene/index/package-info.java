/** The search index as Lucene keeps it, on a disk of this machine. */
@NullMarked
package io.keeling.search.lucene.index;

import org.jspecify.annotations.NullMarked;
