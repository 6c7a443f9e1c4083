/** Sets of articles that were found, and how often values stand in them. */
@NullMarked
package io.keeling.search.lucene.count;

import org.jspecify.annotations.NullMarked;
