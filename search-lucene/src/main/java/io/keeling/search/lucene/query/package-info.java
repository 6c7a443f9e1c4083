/** Makes of what is asked what Lucene searches for, and marks it in texts. */
@NullMarked
package io.keeling.search.lucene.query;

import org.jspecify.annotations.NullMarked;
