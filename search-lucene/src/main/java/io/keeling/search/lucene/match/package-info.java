/** Matches new articles with saved searches, by Lucene's Monitor. */
@NullMarked
package io.keeling.search.lucene.match;

import org.jspecify.annotations.NullMarked;
