/** Sets of found articles, and counts of their values. */
@NullMarked
package io.keeling.search.lucene.count;

import org.jspecify.annotations.NullMarked;
