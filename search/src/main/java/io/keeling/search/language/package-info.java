/** The language of queries: in the search box, in {@code q} and in URLs. */
@NullMarked
package io.keeling.search.language;

import org.jspecify.annotations.NullMarked;
