/** The search index as Lucene keeps it, on a disk of this machine. */
@NullMarked
package io.keeling.desk.search.lucene;

import org.jspecify.annotations.NullMarked;
