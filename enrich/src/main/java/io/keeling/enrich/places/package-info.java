/** Decides which place a name means, and which countries an article is set in. */
@NullMarked
package io.keeling.enrich.places;

import org.jspecify.annotations.NullMarked;
