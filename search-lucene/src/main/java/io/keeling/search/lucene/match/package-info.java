/** Saved searches against articles as they come, by Lucene's Monitor. */
@NullMarked
package io.keeling.search.lucene.match;

import org.jspecify.annotations.NullMarked;
