/** Scores which texts are taken for tellings of one story. */
@NullMarked
package io.keeling.training.stories;

import org.jspecify.annotations.NullMarked;
