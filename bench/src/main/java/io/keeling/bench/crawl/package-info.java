/** Measures fetching. */
@NullMarked
package io.keeling.bench.crawl;

import org.jspecify.annotations.NullMarked;
