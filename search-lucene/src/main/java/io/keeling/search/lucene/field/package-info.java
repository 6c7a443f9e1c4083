/** The fields of an article in the index, and how values are written in them. */
@NullMarked
package io.keeling.search.lucene.field;

import org.jspecify.annotations.NullMarked;
