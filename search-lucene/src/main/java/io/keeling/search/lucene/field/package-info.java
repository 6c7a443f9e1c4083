/** The fields of an article in the index, and the form of their values. */
@NullMarked
package io.keeling.search.lucene.field;

import org.jspecify.annotations.NullMarked;
