/** The topics, and the terms that speak for them. */
@NullMarked
package io.keeling.enrich.taxonomy;

import org.jspecify.annotations.NullMarked;
