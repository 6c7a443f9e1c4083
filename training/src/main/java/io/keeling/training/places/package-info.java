/** Scores where names of places are put on the map. */
@NullMarked
package io.keeling.training.places;

import org.jspecify.annotations.NullMarked;
