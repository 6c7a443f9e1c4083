/** Turns words into terms of the index. */
@NullMarked
package io.keeling.search.lucene.analysis;

import org.jspecify.annotations.NullMarked;
