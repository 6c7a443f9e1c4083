/** Says which place a name means, and which countries an article speaks of. */
@NullMarked
package io.keeling.enrich.places;

import org.jspecify.annotations.NullMarked;
