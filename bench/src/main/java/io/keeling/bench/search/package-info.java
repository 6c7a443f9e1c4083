/** How quick the search index is, on articles that are made. */
@NullMarked
package io.keeling.bench.search;

import org.jspecify.annotations.NullMarked;
