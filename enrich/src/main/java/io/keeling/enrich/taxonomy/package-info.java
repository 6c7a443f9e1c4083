/** The topics, and the terms that show them. */
@NullMarked
package io.keeling.enrich.taxonomy;

import org.jspecify.annotations.NullMarked;
