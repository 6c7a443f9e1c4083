/** Tells articles that tell the same words. */
@NullMarked
package io.keeling.enrich.stories;

import org.jspecify.annotations.NullMarked;
