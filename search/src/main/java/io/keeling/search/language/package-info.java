/** The language that editors ask in: what stands in the search box, in {@code q} and in URLs. */
@NullMarked
package io.keeling.search.language;

import org.jspecify.annotations.NullMarked;
