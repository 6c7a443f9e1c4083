/** Turns queries into queries of Lucene, and marks their matches in texts. */
@NullMarked
package io.keeling.search.lucene.query;

import org.jspecify.annotations.NullMarked;
