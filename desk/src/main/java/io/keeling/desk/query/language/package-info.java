/** The language that editors ask in: what stands in the search box, in {@code q} and in URLs. */
@NullMarked
package io.keeling.desk.query.language;

import org.jspecify.annotations.NullMarked;
